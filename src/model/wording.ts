/**
 * The thirty families of phrases that hide, excuse or say nothing. Above each, what
 * it lets pass on purpose: a finding must be worth a writer's minute at 2 a.m., so a doubtful sentence is left
 * alone.
 */
export const wordingFamilies = [
  // Lets pass what customers may do (“may claim”) and, in French, « ont pu » followed by what they managed
  // to do.
  'some-customers',
  // Lets pass a count with its base, and what was first tried on a few: “tested on a small number of
  // mailboxes”.
  'minimising',
  // Lets pass a limited number of attempts or lines, “we isolated the fault”, and “not an isolated
  // incident”.
  'isolated',
  // Lets pass a count with its base, a share of 50 % or more, and how little is back: “only 40% are
  // restored”.
  'percentage',
  // Lets pass an interruption whose length is given.
  'minor',
  // Lets pass what says how often: “about one attempt in three”, “every ten minutes”.
  'intermittent',
  // Lets pass the word when it is weighed: “more than an inconvenience”.
  'inconvenience',
  // Lets pass “if you were affected, your credit comes by itself”: there the condition chooses whom it
  // instructs.
  'conditional-apology',
  // Lets pass what happened to people: “sorry you were left without mail”.
  'feelings',
  // Lets pass “concern” and a frustration that is told as a fact: “four calls without an answer: you were
  // right”.
  'empathy',
  // Lets pass a mistake with its maker: “mistakes were made by our on-call team”.
  'mistakes',
  // Lets pass “the incident occurred between 4:30 and 9:10”, and a problem that somebody found.
  'agentless',
  // Lets pass a supplier named as a fact, and a paragraph that also says what we did, chose or failed to
  // do.
  'supplier',
  // Lets pass force majeure in the terms of a credit only under a quotation; “unexpected load” is a fact.
  'beyond-control',
  // Lets pass the word where others say it of us, and “unprecedented for”, which blames rather than
  // excuses.
  'unprecedented',
  // Lets pass staff who do something for the customer: “an employee calls you back”.
  'human-error',
  // Lets pass “technical support” and a technical fact with its name.
  'technical',
  // Lets pass patience that is not thanked for: “we had no right to ask for your patience”.
  'patience',
  // Lets pass a line that is open around the clock.
  'effort',
  // Lets pass “everything we can tell you is below” and “we did not do everything we could”.
  'everything',
  // Lets pass a sentence that gives the hour or the day, advice to the reader, “soon after”, “too soon”.
  'soon',
  // Lets pass an end with its hour or day, what was expected and did not come, and what is over.
  'estimate',
  // Lets pass “we follow the situation”.
  'evolving',
  // Lets pass “we cannot guarantee”, a guaranteed credit, a question, and a promise that others report.
  'overpromise',
  // Lets pass “we did not take the alarm seriously”, and priorities: some are facts.
  'seriously',
  // Lets pass “however” at the head of the next sentence, and “not only sorry but also”.
  'sorry-but',
  // Lets pass “contrary to what we wrote at 9:40”: that is a correction.
  'misinformation',
  // Lets pass a credit without an adjective.
  'favour',
  // Lets pass “we ask your forgiveness”, a part of its own, and an incident that is closed.
  'closing',
  // Lets pass the noun “impact”, which is a label of the notice.
  'jargon',
] as const;
export type WordingFamily = (typeof wordingFamilies)[number];
