// One address for one page: without what only says how a reader came to it.

/** Query parameters that carry no content: campaigns, click ids, share buttons. */
const tracking =
  /^(?:utm_.+|mtm_.+|pk_.+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|hsctatracking|mkt_tok|oly_anon_id|oly_enc_id|vero_id|wickedid|_openstat|at_campaign|at_medium|at_custom\d+|at_link_.+|ns_(?:campaign|mchannel|source|linkname|fee)|xtor|smid|smtyp|cmpid|cmp|ocid|icid|ref_src|ref_url|guccounter|guce_referrer|guce_referrer_sig|spm|s_cid|sr_share|soc_src|soc_trk|wt\.mc_id|__twitter_impression|traffic_source|feature=share)$/iu

/**
 * The address that an article is known by: http or https only, host in lower case, without fragment, credentials, default port and
 * tracking parameters; other parameters keep their order. Undefined for anything else (`javascript:`, `mailto:`, no address at all).
 */
export function canonicalUrl(address: string, base?: string): string | undefined {
  const trimmed = address.trim()
  if (trimmed === '' || !URL.canParse(trimmed, base)) return undefined
  const url = new URL(trimmed, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
  url.hash = ''
  url.username = ''
  url.password = ''
  url.hostname = url.hostname.replace(/\.$/, '')
  const names = [...url.searchParams.keys()].filter((name) => tracking.test(name))
  // Rewritten only where something goes: re-encoding alone would change addresses that are fine.
  for (const name of names) url.searchParams.delete(name)
  if (url.search === '') url.search = ''
  return url.href
}
