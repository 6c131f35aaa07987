/** The rule sets of the server, asked once; `forget()` after one was activated. */
export function createRulesets({ ask }) {
  let asked = null

  function known() {
    asked ??= ask('/api/energy/rulesets')
    asked.catch(() => (asked = null))
    return asked
  }

  return {
    /** The deciding version of every set, or its last one, earliest first. */
    async all() {
      const { rulesets } = await known()
      return [...rulesets].sort((a, b) => (a.valid.from ?? '').localeCompare(b.valid.from ?? '') || a.id.localeCompare(b.id))
    },
    /** The days on which rules change, YYYY-MM-DD; none where they can not be read. */
    changes: () => known().then(({ changes }) => changes, () => []),
    /** What rules are called, by "set/rule"; empty where they can not be read. */
    titles: () => known().then(({ rulesets }) => new Map(rulesets.flatMap(({ id, rules }) => rules.map((rule) => [`${id}/${rule.id}`, rule.title]))), () => new Map()),
    forget: () => (asked = null),
  }
}
