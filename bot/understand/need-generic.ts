/** Words that stand in questions for a place without saying what is needed. */
const GENERIC = new Set(
  `need necessary find locate location site area place land plot hectare surface-area megawatt tonne million thousand
  year annual day today company plant factory park industry business quantity large small good new own many much more
  product production make produce use user exploit plan build develop improve refine upgrade treat suitable agree
  be-worthwhile support ensure topic joke one two three four five hundred number minimum maximum compare offer ready
  free available region surroundings near neighbour local next close crowded distance town city municipality people
  person country finland in-finnish south north east west win page column hot true operate nationality fee show lower
  sell buy buyer buying customer have get be-based-on page type network-company settle invest money cheap price cost
  sample trial start found connection access road-connection raw-material material energy stream side-stream waste
  circular-economy eco-industrial-park sustainable environment environmental-impact impact assessment example question
  nearby together side building space rent own-use other several both group unit kind different time now opportunity
  high low option possible project best help advice information needs want wish looking recovery upcycling reuse
  run operate lead manage work service services sell serve close-to recycle reused recycling contact production-plant investor send same idea larger do part law jointly leave bring reserve bigger stuff proposal propose group-of-people porukka
  apply existing current valid number-of-visitors visit moisture process
  earth-construction crop`.split(/\s+/),
);

/** Whether a concept, `word:…` or `trade:…`, says nothing of what a place must have. */
export function isGenericConcept(id: string): boolean {
  return GENERIC.has(id.slice(id.indexOf(":") + 1));
}
