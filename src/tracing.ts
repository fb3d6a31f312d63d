// What takes how long inside what, for whoever runs an OpenTelemetry SDK beside Khabar (docs/operators.md); without one these are calls that do
// nothing. Names of things and numbers of rows alone: no text, no chat, no address.

import { type Attributes, SpanStatusCode, trace } from '@opentelemetry/api'
import { version } from './project.ts'

const tracer = () => trace.getTracer('khabar', version)

/** The work inside a span of its own, which ends with it; that it failed is said, and with what kind of error, not with which words. */
export function traced<Result>(
  name: string,
  attributes: Attributes,
  work: () => Promise<Result>,
): Promise<Result> {
  return tracer().startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work()
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR })
      span.setAttribute('error.type', error instanceof Error ? error.name : typeof error)
      throw error
    } finally {
      span.end()
    }
  })
}
