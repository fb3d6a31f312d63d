# Khabar for containers: Node and the project, without the laptop's parts (an embedded Postgres, a pinned Node) and without anything of the build.
# Postgres, and Redis if wanted, are beside it: see compose.yaml and ops/kubernetes.
FROM node:24-bookworm-slim AS packages
WORKDIR /khabar
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-fund --no-audit

FROM node:24-bookworm-slim
# Reached by whoever looks after the container, and shown to nobody else: no port is published here.
ENV NODE_ENV=production OPERATIONS_HOST=0.0.0.0 OPERATIONS_PORT=9090 WEBHOOK_HOST=0.0.0.0 WEBHOOK_PORT=8081 PLAYGROUND=0
WORKDIR /khabar
COPY --from=packages /khabar/node_modules node_modules
COPY . .
# Owned by root and read by everybody: the root file system can be mounted read-only.
USER node
EXPOSE 8081 9090
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:9090/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "src/main.ts"]
CMD ["start"]
