// The calls between bot and server about the chat on the page, each as it was on the wire, to be unfolded.

import { byId, element, icon } from './dom.js'

/**
 * Wires the window up.
 * @param actions `read()` promises the calls, oldest first; `words()`
 */
export function createTraffic({ read, words }) {
  const dialog = byId('traffic')

  const draw = async () => {
    const calls = (await read())?.calls ?? []
    const open = new Set([...dialog.querySelectorAll('details[open]')].map((it) => it.dataset.key))
    byId('calls').replaceChildren(...calls.toReversed().map((call) => callNode(call, open)))
    byId('traffic-empty').hidden = calls.length > 0
  }

  byId('wire').append(icon('wire'))
  byId('traffic-close').append(icon('close'))
  byId('wire').addEventListener('click', () => {
    dialog.showModal()
    void draw()
  })

  return {
    /** Something has happened in the chat. */
    refresh: () => {
      if (dialog.open) void draw()
    },
    label: () => {
      const { traffic, noTraffic, close } = words()
      byId('wire').title = traffic
      byId('wire').setAttribute('aria-label', traffic)
      byId('traffic-title').textContent = traffic
      byId('traffic-empty').textContent = noTraffic
      byId('traffic-close').setAttribute('aria-label', close)
    },
  }
}

function callNode({ method, at, params, result, error }, open) {
  const key = `${at}-${method}`
  const answer = error ?? result
  return element(
    'li',
    {},
    element(
      'details',
      { 'data-key': key, open: open.has(key) },
      element(
        'summary',
        {},
        element('code', {}, method),
        error ? element('strong', {}, ` ${error.code}`) : null,
        element('time', {}, new Date(at).toISOString().slice(11, 23)),
      ),
      element('pre', { tabindex: '0' }, JSON.stringify(params, null, 2)),
      element('pre', { tabindex: '0' }, JSON.stringify(answer, null, 2)),
    ),
  )
}
