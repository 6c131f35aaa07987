const query = (values) => new URLSearchParams(Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ''))

/** The addresses of surveys and of the census as the desk sees it; the session proves who asks. */
export const createSurveyServer = ({ ask }) => ({
  companies: (values, options) => ask(`/api/census/companies?${query(values)}`, options),
  company: (id, options) => ask(`/api/census/companies/${id}`, options),
  make: (content) => ask('/api/census/companies', { method: 'POST', content }),
  consent: (id, content) => ask(`/api/census/companies/${id}/consents`, { method: 'POST', content }),
  erase: (id) => ask(`/api/census/companies/${id}/erasure`, { method: 'POST' }),
  form: (options) => ask('/api/layers/company/form', options),
  ateco: (q, options) => ask(`/api/ateco?${query({ q })}`, options),

  campaigns: (options) => ask('/api/surveys/campaigns', options),
  makeCampaign: (content) => ask('/api/surveys/campaigns', { method: 'POST', content }),
  letters: (id, companies) => ask(`/api/surveys/campaigns/${id}/letters`, { method: 'POST', content: { companies } }),
  closeCampaign: (id) => ask(`/api/surveys/campaigns/${id}/closing`, { method: 'POST' }),
  surveys: (values, options) => ask(`/api/surveys?${query(values)}`, options),
  link: (id) => ask(`/api/surveys/${id}/link`),
  revoke: (id) => ask(`/api/surveys/${id}/revocation`, { method: 'POST' }),
  interview: (company) => ask('/api/surveys/interviews', { method: 'POST', content: { company } }),

  duplicates: (values, options) => ask(`/api/census/duplicates?${query(values)}`, options),
  alike: (content, options) => ask('/api/census/duplicates/alike', { ...options, method: 'POST', content }),
  decided: (options) => ask('/api/census/duplicates/decided', options),
  merge: (content) => ask('/api/census/duplicates/merges', { method: 'POST', content }),
  undo: (id) => ask(`/api/census/duplicates/merges/${id}/undoing`, { method: 'POST' }),
  distinct: (first, second, note) => ask('/api/census/duplicates/distinct', { method: 'POST', content: { first, second, note } }),
  forgetDistinct: (first, second) => ask(`/api/census/duplicates/distinct/${first}/${second}`, { method: 'DELETE' }),
})

/** What whoever answers one survey may ask: by its link, or as the desk in an interview. @param base its address */
export const surveyDoor = ({ ask }, base) => ({
  look: (options) => ask(base, options),
  opening: () => ask(`${base}/opening`, { method: 'POST' }),
  keep: (version, draft) => ask(`${base}/draft`, { method: 'PUT', content: { version, draft } }),
  check: (properties) => ask(`${base}/checks`, { method: 'POST', content: { properties } }),
  answer: (version, content) => ask(`${base}/answer`, { method: 'POST', content, headers: { 'If-Match': `"${version}"` } }),
  confirm: (version, statedBy) => ask(`${base}/confirmation`, { method: 'POST', content: { statedBy }, headers: { 'If-Match': `"${version}"` } }),
  decline: () => ask(`${base}/refusal`, { method: 'POST' }),
  erase: (statedBy) => ask(`${base}/erasure`, { method: 'POST', content: { statedBy } }),
})
