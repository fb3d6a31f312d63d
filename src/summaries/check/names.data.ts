// English words that stand in capitals inside names and titles and name nobody by themselves ("North Sea", "First Lady", "Supreme Court"): each
// has a common word for its other language, which no matcher of names can know.

export const commonInCapitals: ReadonlySet<string> = new Set(
  `north south east west northern southern eastern western central upper lower middle inner outer great greater grand new old big little
  first second third fourth fifth sixth seventh eighth ninth tenth one two three four five six seven eight nine ten
  saint st lady lord sir dame madam miss secretary minister ministry general chief head chairman chairwoman director governor mayor senator
  speaker judge justice captain commander officer leader emperor empress duke duchess crown pope bishop imam father mother brother sister
  business economy economic finance financial trade market bank fund company corporation group holding holdings industries international
  national federal state states republic kingdom principality emirate empire province district county city town village island islands sea
  ocean river lake bay gulf strait canal coast valley mountain mount mountains desert forest park road street avenue square bridge port airport
  station tower palace castle house hall court courts supreme high constitutional council committee commission congress parliament assembly
  senate chamber cabinet office bureau agency authority department administration service services force forces army navy guard police security
  defence defense foreign interior home health education justice labour labor agriculture transport energy environment culture sports interior
  university college school institute academy hospital centre center museum library church mosque temple cathedral association union league
  federation organisation organization party movement front alliance coalition democratic republican liberal conservative socialist communist
  workers people peoples united royal imperial islamic christian jewish muslim catholic orthodox act bill law constitution agreement treaty accord
  deal summit conference forum festival cup championship olympics games world global war day week month year century sixties seventies eighties
  nineties spring summer autumn winter morning evening night street wall white black red green blue golden silver star stars times post news daily
  television radio press media network multi public private social human rights nations nation treasury reserve exchange revolution`
    .split(/\s+/)
    .filter(Boolean),
)
