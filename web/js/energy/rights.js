/** Reviewers activate rule sets and have eligible areas computed; the server asks again. */
export const mayReview = (account) => Boolean(account?.scopes.includes('review'))
