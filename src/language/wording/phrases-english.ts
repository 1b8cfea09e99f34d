import type { WordingFamily } from '../../model/wording.ts';
import type { Lexicon, Phrases } from './pattern.ts';

/** Lists that several patterns name in angle brackets. */
export const lexicon: Lexicon = {
  who: `customer[s]|user[s]|client[s]|subscriber[s]|member[s]|people|account[s]|business[es]|household[s]|
    mailbox[es]|inbox[es]`,
  sorry: 'sorry|apologize|apologise|apologizes|apologises|apologizing|apologising|apologies|regret|regrets',
  n: 'one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|ninety',
  month: `january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|aug|
    sept|oct|nov|dec`,
  weekday: 'monday|tuesday|wednesday|thursday|friday|saturday|sunday',
  dated: '@|noon|midnight|<month> #|# <month>|<weekday>',
  lasting: '(#|<n>) (second|seconds|minute|minutes|hour|hours|day|days)',
  counted: '# _? _? (of|out of|in) (the|our|all|some|about)? #|# % of (the|our|all|its) _? #',
  attributed: `(it|he|she|they|company|spokesperson|spokesman|spokeswoman|minister|expert|professor)
    (says|said|say|adds|added|calls|called|writes|wrote)|
    _ (says|said|announced) that|according to`,
  trouble: `issue[s]|problem[s]|disruption[s]|interruption[s]|outage[s]|delay[s]|error[s]|slowdown[s]|
    hiccup[s]|glitch[es]|degradation|failure[s]|incident[s]`,
  mended: 'resolved|fixed|restored|repaired|solved|back|over|working|complete|completed|recovered|corrected',
  worker: 'employee|technician|engineer|operator|contractor|worker',
};

/** The English phrases of the thirty families, in the notation of `pattern.ts`. */
export const phrases: Readonly<Record<WordingFamily, Phrases>> = {
  'some-customers': {
    say: [
      `(some|certain|a few|several|a number) (of (our|the|you)?)? _? <who> who? (may|might) (have|still|see|
        notice|experience|encounter|find|also|lose|not (be|see|receive|have (access|mail|service))|be
        (affected|unable|experiencing|seeing|having|missing|without))`,
      `(some|certain|a few|several) (of our)? _? <who> could (have experienced|be experiencing|experience|be
        affected)`,
    ],
  },
  minimising: {
    say: [
      `!(on|with|tested|moved|restored|copied|chose|selected) a (very|relatively)? (small|tiny|low|minor|
        insignificant) (number|subset|fraction|percentage|portion|proportion|minority|group|share|handful)
        of`,
      '!(on|with) a (mere)? handful of (our)? _? <who>',
      '(only|just) a few (of our)? _? <who>',
      'very few (of our)? _? <who>',
    ],
    unless: [
      '<counted>',
      // What a repair brings back.
      `!(not) (restored|recovered|repaired|reconnected|reactivated|returned|back|working) (_)? (_)? (to|for|with|on)?
        a (very|relatively)? (small|tiny) (number|share|group|handful)`,
    ],
  },
  isolated: {
    say: [
      `(a|very|an extremely) limited (number|group|subset|set) of (our)? _? (<who>|message[s]|region[s]|
        area[s])`,
      '!(not|t|never|hardly) an isolated (_)? (incident|case|event|issue|problem|occurrence)',
      '!(not|t|never|hardly) isolated (incidents|cases|events|issues|problems)',
      '!(not a|t a|hardly a) one off (_)? (incident|event|issue|problem|failure)',
    ],
    unless: ['<counted>'],
  },
  percentage: {
    say: [
      `(only|just|merely|barely|less than|fewer than|under|no more than|not more than) (about|around|
        roughly|some)? #<50 (%|per cent|percent)`,
      '(only|just|merely|less than|fewer than|under) (<n>) (per cent|percent)',
    ],
    unless: [
      '<counted>',
      '<attributed>',
      '(is|are|was|were|been) (now|only)? (back|restored|recovered|repaired|delivered|available|working)',
      '(restored|recovered|delivered|repaired) (only|just|less than|fewer than|under)',
      '(arrived|answered|sent|received|credit[s]|refund[s]|bill[s]|price[s]|rates|battery|disk)',
    ],
  },
  minor: {
    say: [
      '!(not a|no) (minor|brief|slight|momentary|temporary) (_)? <trouble>',
      '(minor|brief|slight|momentary) (service|network|email|mail|system) <trouble>',
    ],
    unless: ['<lasting>', '(a few|few|several|some|a couple of) (seconds|minutes|hours)'],
  },
  intermittent: {
    say: [
      'intermittent (_)? (<trouble>|connectivity|access|service|connection[s]|performance)',
      'intermittently',
    ],
    unless: [
      '(#|<n>|once) _? (in|out of|of) (every)? (#|<n>)',
      'every (#|<n>)? _? (second|minute|minutes|hour|hours)',
      // A release note says what was failing.
      '^ (fixed|fixes|corrected|corrects|bug fix|bug fixes)',
    ],
  },
  inconvenience: {
    say: [
      'any (_)? inconvenience[s]',
      `(the|this|these|possible|potential|your) inconvenience[s] (that|which)? (this|it|we|you)? (may|might|
        could)`,
      '<sorry> … (the|this|these|your) (_)? inconvenience[s]',
      '(inconvenience|inconveniences) (is|are) (regretted|sincerely regretted)',
    ],
  },
  'conditional-apology': {
    say: [
      '<sorry> … … if (you|your|anyone|any|this|it|that|we|some|our|customers|someone)',
      'if (you|anyone|your|this|we|customers) … … , (we|i|then)? (_)? (are|am|m|re)? (_)? <sorry>',
      '<sorry> … (anyone|anybody|those|everyone|customers|all) who (may|might|could) have',
      'anyone who (may|might) have (been|experienced|felt|suffered)',
      '<sorry> … should (you|anyone|this|it) have',
      `<sorry> … (any|whatever) (_)? (trouble|distress|disruption|confusion|concern|harm|frustration|
        difficulty|difficulties|disappointment|problems|issues|loss|offence|upset|impact)`,
      '<sorry> … to the extent',
    ],
  },
  feelings: {
    say: [
      `<sorry> (that|if|to hear)? (that)? (you|customers|anyone|some|people) (feel|felt|think|thought|
        believe|perceived)`,
      `<sorry> (that|to hear)? (that)? (you|customers|anyone|people) (are|were|re|have been|may be|feel)
        (so|feeling|left feeling)? (frustrated|upset|disappointed|unhappy|angry|annoyed|feeling|offended)`,
      '<sorry> … for how you (feel|felt)',
    ],
  },
  empathy: {
    say: [
      `(we|i|you) (_)? (understand|appreciate|recognize|recognise|acknowledge|realize|realise|share|hear|
        know) (your|the|their|how|that this|this|that) (_)? (_)? (frustration[s]|frustrating|frustrated|
        disappointment|disappointing)`,
      `(we|i) (_)? (understand|know|realize|realise|recognize|recognise) (that)? (you|our customers|
        customers) (are|may be|re|feel) (_)? (frustrated|upset|disappointed)`,
      '(we|i) (_)? (understand|share|appreciate) (our)? customers (_)? (frustration|disappointment)',
    ],
  },
  mistakes: {
    say: [
      `(mistake|mistakes|errors|error|missteps|misstep) (that|which)? (were|was|have been|has been)
        (clearly|obviously)? made !(by)`,
      '(balls|ball) (were|was) dropped',
      `(things|something) (could have been|were not|weren t|was not|wasn t) (handled|done|managed|
        communicated)`,
    ],
  },
  agentless: {
    say: [
      `(an|a|some|several) (_)? (issue|problem|incident|error|situation|issues|problems|errors|event) (that|
        which)? (has|have|had)? (recently)? (occurred|arose|arisen|happened|surfaced|emerged)`,
      `(an|a|some|several) (_)? (issue|problem|incident|error|issues|problems|errors|disruption|outage)
        (that)? (was|were|has been|have been|is being|are being) (experienced|encountered|observed|noted)`,
    ],
  },
  supplier: {
    say: [
      `(due to|because of|caused by|owing to|result of|attributable to|stems from|stemmed from|resulted
        from|originated (with|at|from)|traced to|fault of) ((an|a) (error|mistake|fault|failure|issue|
        problem) (by|of|at|with|from))? (a|an|our|one of our|the|another|some)? (_)? (_)? (third party|third
        parties|vendor[s]|supplier[s]|provider[s]|contractor[s]|partner[s])`,
      `!(by|of|at|with|from) our (_)? (_)? (vendor|supplier|provider|contractor|partner|third party
        provider) (has|have|had)? (caused|failed|experienced|suffered|broke|let|made)`,
      '(a|the) (third party|vendor|supplier) (caused|is responsible|is to blame|was at fault|let)',
    ],
    unless: [
      `(we|i) (_)? (chose|choose|selected|should|failed|own|owned|rely|relied|accept|answer|let|did not|didn
        t|had no|had neither|could have|are responsible|am responsible|are accountable|take responsibility|
        take full)`,
      '(our|my) (own)? (responsibility|fault|mistake|failure|choice|part)',
      '(responsibility|fault) is ours',
    ],
    within: 'paragraph',
  },
  'beyond-control': {
    say: [
      '(beyond|outside|out) (of)? (our|anyone s|anybody s|its|their|the company s) (_)? control',
      '(unforeseen|unforeseeable|unexpected|unavoidable) circumstance[s]',
      'could not have been (foreseen|predicted|anticipated)',
      '(act|acts) of god',
    ],
  },
  unprecedented: {
    say: [
      '!(not|t|nor) unprecedented !(for)',
      'perfect storm',
      'once in a (generation|lifetime|century|decade)',
      `(series|chain|combination|sequence|confluence) of (unfortunate|unlikely|unusual|rare) (_)? (events|
        circumstances|factors)`,
      'unfortunate (series|chain|combination|sequence) of',
    ],
    unless: ['<attributed>'],
  },
  'human-error': {
    say: [
      '!(not|not a|not just|not only|t|call it|call this|blame|than|say) human error[s]',
      `(an|one|a) (single|individual|junior|new|inexperienced|former)? (_)? <worker> (_)? (made|caused|
        deleted|entered|typed|forgot|ran|misconfigured|removed|unplugged|disconnected|cut|pushed|mistakenly|
        accidentally|inadvertently|failed)`,
      `(mistake|error|fault|oversight) (made)? (by|of) (an|one|a) (_)? (of our)? (<worker>|employees|
        technicians|staff member)`,
    ],
  },
  technical: {
    say: [
      `technical (difficulty|difficulties|issue|issues|problem|problems|glitch|glitches|hiccup|hiccups|
        error|errors|challenge|challenges|reasons|trouble|troubles)`,
      '(glitch|glitches|hiccup|hiccups)',
    ],
  },
  patience: {
    say: [
      `(thank|thanks|thanking) (_)? (_)? (_)? for (your|their|the|all your)? (_)? (_)? (patience|
        understanding|understand|bearing)`,
      '(thank|thanks|appreciate|appreciates|grateful for) (your|their)? (_)? (patience|understanding)',
      `your (_)? (patience|understanding) (is|are|and understanding is|and understanding are) (_)?
        appreciated`,
      '!(not|t) bear with us',
    ],
  },
  effort: {
    say: [
      `(work|working|works|worked|labouring|toiling) (_)? (_)? (around the clock|round the clock|tirelessly|
        hard|diligently|feverishly|nonstop|non stop|night and day|day and night|24 , 7|relentlessly)`,
      '(tirelessly|hard at work|flat out)',
    ],
  },
  everything: {
    say: [
      `!(not|t|always) (do|doing|done|did) (absolutely)? (everything|all|whatever) (that)? (we|they|it)
        (possibly)? (can|could)`,
      '!(not|t) (do|doing|done|did) (absolutely)? (everything|all) (possible|in our power|within our power)',
      '(everything|all) (that is)? (in|within) our power',
      '(making|make|made) every (possible|reasonable)? effort',
      '(doing|do) our (very|level|absolute)? (best|utmost)',
      '(sparing no|no) effort (is being spared)?',
    ],
  },
  soon: {
    say: [
      `!(it|them|us|password|passwords|you) as (soon|quickly) as (possible|we can|practicable|we possibly
        can)`,
      '!(very) shortly !(after|before|afterwards|thereafter|beforehand|past)',
      `!(as|too|so|how|not|no|how very|as very) soon !(as|after|afterwards|enough|before|discovered|found|
        became|learned)`,
      'in (the)? (near|very near) future',
      '(in|within) (a timely manner|due course)',
    ],
    unless: [
      '<dated>',
      '^ (please|change|reset|call|contact|write|update|delete|save|sign|back|check|move|if you)',
      'you (should|must|need|can|may)',
      '(ask|urge|advise|recommend) (_)? (you|customers|to)',
    ],
  },
  estimate: {
    say: [
      '!(was|were|had been|been) expected to (_)? be (fully|completely)? <mended>',
      `(expect|anticipate|hope|believe|expects|anticipates|hopes) … (to be|will be|be) (fully|completely|
        all)? <mended>`,
      '(expect|hope|aim|anticipate|plan) to (_)? (restore|resolve|fix|repair|be back|recover|complete)',
      `should (all|soon|again|shortly)? be (fully|completely)? (resolved|fixed|restored|back|up and running|
        repaired|solved|over) !(to your|in your)`,
      `(will|should|expect|expects|expected|hope|hopes|aim|anticipate|back) … … by (the|tomorrow|early|
        this)? (end of)? (the|this)? (morning|afternoon|evening|day|night|weekend)`,
      `(will|should|expect|expects|hope|hopes|aim|anticipate) … … within the (next)? (hour|day|few hours|
        coming hours)`,
      '(in|within) the (next|coming) (few|couple of) (hours|days)',
    ],
    unless: ['<dated>', '<attributed>', '(said|wrote|announced|told|promised) that'],
  },
  evolving: {
    say: [
      `(fluid|evolving|developing|fast moving|fast changing|rapidly changing|ever changing|dynamic)
        situation`,
      'situation (is|remains|continues to) (_)? (fluid|evolving|developing|evolve|develop|changing|dynamic)',
    ],
  },
  overpromise: {
    say: [
      'never (ever)? (happen[s]|occur[s]|recur[s]|be repeated) (again)?',
      '(will|can|does|do|shall) (not|never) (ever)? (happen|occur|recur) again',
      '(won t|doesn t|can t|cannot) (ever)? (happen|occur) again',
      'never again',
      '(we|i) (can|do|will|hereby|absolutely)? (guarantee|promise) (that|you|this|it|no|our|the|there)?',
    ],
    unless: [
      '<attributed>',
      '(credit|credits|refund|refunds)',
      '$',
      // The purpose of what was done, which is no promise.
      `!(will|to) (changed|replaced|added|installed|removed|rewrote|rewritten|moved|repaired|updated|upgraded|
        corrected|separated|doubled) … … so (that)? (it|this|they|the)`,
    ],
  },
  seriously: {
    say: [
      `!(not|t|never|nobody|to) (take|takes|taking) (this|these|it|that|such|your|our|the|all|any|every) … …
        seriously`,
      '(is|are|remains) (very|extremely|so|deeply|critically)? important to us',
      '(means|mean) (a lot|everything|a great deal) to us',
      '(committed|commitment) to (excellence|providing|delivering|our customers)',
    ],
  },
  'sorry-but': {
    say: [
      `!(only|not) <sorry> … … ,? (but|however|although|though) !(also|this is not enough|that is not
        enough|sorry)`,
    ],
  },
  misinformation: {
    say: [
      `contrary to (some|recent|earlier|what some|media|the|certain|various)? (_)? (report[s]|rumour[s]|
        rumor[s]|claims|stories|coverage|speculation)`,
      `contrary to what (has|have|had|was|were|some|you|others|media|certain|is|may|the media|the press) …
        (reported|said|written|claimed|read|heard|suggested|seen)`,
      '!(no) (misinformation|disinformation|misreported|misrepresented)',
      '(false|inaccurate|misleading|erroneous) (_)? (report[s]|rumour[s]|rumor[s]|claims|stories|coverage)',
    ],
  },
  favour: {
    say: [
      '(goodwill|good will) (gesture[s]|credit[s]|payment[s]|adjustment|measure)',
      'gesture of (_)? (goodwill|good will|good faith|appreciation)',
      '(courtesy|complimentary) (credit[s]|adjustment|month)',
      '(as|out of|by way of) (a)? (courtesy|goodwill)',
      '(as a|by way of) (small)? (token|thank you)',
      'token of (our)? (_)? (appreciation|gratitude|goodwill)',
      'ex gratia',
    ],
  },
  closing: {
    say: [
      `hope (that)? (you|our customers|customers|everyone) … (forgive|forgiveness|accept our apolog[y|ies]|
        excuse)`,
      `(consider|considers|considered|considering|regard) (this|the) (matter|incident|issue|file|case|
        subject|chapter) (to be|as|now)? (now)? closed`,
      '(this|the) (matter|chapter|subject) is (now)? (closed|behind us)',
      '(put|putting) (this|it|that|the incident|the outage) behind us',
      '(turn|turning) the page',
      'move on from (this|it|the)',
    ],
  },
  jargon: {
    say: [
      '(degraded|reduced) (_)? performance',
      '(performance|service) degradation',
      'degradation (of|in) (the)? (_)? (service[s]|performance)',
      'degraded (_)? (service|experience|state)',
      '(impacted|impacting|impactful)',
    ],
  },
};
