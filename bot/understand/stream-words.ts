import type { StreamQuery } from "../query/stream-query.ts";

/**
 * How people name the columns and values of the side-stream table, in three languages. A pattern that is met sets
 * its filters and counts as read. Order counts: the special before the general ("non-hazardous" before "hazardous").
 */
export const STREAM_WORDS: readonly [RegExp, Partial<StreamQuery>][] = [
  // Hazard
  [
    /(?<!\p{L})(?:non-?\s?hazardous|not (?:classified as )?hazardous|harmless|(?:ei|eivät ole|ei ole)[\s-]vaaralli\p{L}*|vaaratt?om\p{L}*|vaaraton(?:ta)?|icke-?\s?farlig\p{L}*|ofarlig\p{L}*|inte (?:är )?farlig\p{L}*)(?:\s(?:waste|jätte\p{L}*|avfall\p{L}*))?(?!\p{L})/iu,
    { hazardous: "no" },
  ],
  [
    /(?<!\p{L})(?:(?:hazard(?:ousness)?|vaarallisuus) (?:is )?(?:unknown|not known|ei tiedossa))(?!\p{L})/iu,
    { hazardous: "unknown" },
  ],
  [
    /(?<!\p{L})(?:hazardous|dangerous|vaaralli\p{L}*|ongelmajät\p{L}*|farlig\p{L}*)(?:\s(?:waste|wastes|jäte|jätte\p{L}*|avfall\p{L}*))?(?!\p{L})/iu,
    { hazardous: "yes" },
  ],
  // Status
  [
    /(?<!\p{L})(?:(?:status )?(?:is )?(?:unknown status|status unknown|status (?:is )?not known|tila ei (?:ole )?tiedossa|okänd status))(?!\p{L})/iu,
    { statuses: ["unknown"] },
  ],
  [
    /(?<!\p{L})(?:still |currently |freely )?(?:available|up for grabs|on offer|saatavi(?:lla|ssa)|tarjolla|vapaana(?: käytettäv\p{L}*)?|vapaita|tillgänglig\p{L}*|lediga?)(?!\p{L})/iu,
    { statuses: ["available"] },
  ],
  [
    /(?<!\p{L})(?:landfilled|(?:goes|go|going|ends? up|put|dumped|disposed(?: of)?) (?:to|in|on|at) (?:a |the )?landfills?|dumped|(?:loppu)?sijoite\p{L}* kaatopai\p{L}*|kaatopai\p{L}*(?: (?:pääty\p{L}*|mene\p{L}*|sijoite\p{L}*|viedään|vietä\p{L}*|läjite\p{L}*))?|(?:päät\p{L}*|menee|menevät) kaatopai\p{L}*|deponera\p{L}*|(?:hamnar|läggs|går) (?:på|till) deponi\p{L}*|på deponi\p{L}*)(?!\p{L})/iu,
    { statuses: ["landfilled"] },
  ],
  [
    /(?<!\p{L})(?:used (?:on|at the) (?:the )?(?:site|spot|mill|plant)|used (?:internally|in-?house)|utili[sz]ed on (?:the )?site|(?:käyte\p{L}*|hyödynne\p{L}*) (?:itse|paikan päällä|tuotantopaikalla|tehtaalla|omassa käytössä|sisäisesti)|omassa käytössä|används (?:på plats(?:en)?|internt|på området|själva?)|utnyttjas (?:på plats(?:en)?|internt|på området))(?!\p{L})/iu,
    { statuses: ["used on site"] },
  ],
  [
    /(?<!\p{L})(?:sold|are sold|is sold|marketed|myydään|myytäv[iä]\p{L}*|myydyt|myytyjä|myydy\p{L}*|myyty\p{L}*|(?:menee|menevät) myyntiin|säljs|sålda?|som säljs)(?!\p{L})/iu,
    { statuses: ["sold"] },
  ],
  [
    /(?<!\p{L})(?:(?:is |are |being )?(?:stored|kept in storage)|varastoi\p{L}*|varastossa(?: olev\p{L}*)?|lagras|lagrade?|som lagras)(?!\p{L})/iu,
    { statuses: ["stored"] },
  ],
  // Kind
  [
    /(?<!\p{L})(?:(?:only|just) (?:the )?(?:yearly|annual) flows|(?:yearly|annual) flows only|(?:vain|ainoastaan) vuosivir\p{L}*|(?:bara|endast) (?:årliga flöden|årsflöden))(?!\p{L})/iu,
    { kinds: ["flow"] },
  ],
  [
    /(?<!\p{L})(?:(?:old )?(?:stocks?|stock-?piles?|stockpiled)(?: rather than (?:yearly )?flows)?|varannot|varantoja|varastokaso\p{L}*|kertavarasto\p{L}*|varasto(?:t|ja|jen)|(?:gamla )?lager(?:högar)?|upplag(?:da)?)(?!\p{L})/iu,
    { kinds: ["stock"] },
  ],
  [
    /(?<!\p{L})(?:planned|suunnitell?\p{L}*|suunnitteilla(?: olev\p{L}*)?|tulevi\p{L}*|planerad\p{L}*|planerats|kommande)(?!\p{L})/iu,
    { kinds: ["planned"] },
  ],
  [
    /(?<!\p{L})(?:aggregates? rows?|aggregated|yhteissumma\p{L}*|summarive\p{L}*|summarader\p{L}*)(?!\p{L})/iu,
    { kinds: ["aggregate"] },
  ],
  // Amounts and codes
  [
    /(?<!\p{L})(?:(?:with ?out|with no|(?:that )?(?:have|has|had) no|lacking|missing) (?:a |any |given |known |stated |recorded )*(?:quantit\p{L}+|amounts?|tonnages?)|(?:whose )?(?:quantity|amount|tonnage) (?:is )?(?:unknown|missing|not (?:known|given))|(?:joiden|joilla) (?:määrä|määrää) ei (?:ole )?(?:tiedossa|tiedetä|annettu|ilmoitettu)?|(?:joista )?puuttuu määrä|määrä puuttuu|ei (?:ole )?(?:tiede\p{L}*|tiedossa|annettu|ilmoitettu) määrä\p{L}*|(?:joilla )?ei ole määrää|ilman määrä\p{L}*|(?:vars )?mängd(?:en)? (?:är )?(?:okänd|saknas)|(?:som )?(?:saknar|har ingen) mängd(?:uppgift\p{L}*)?|utan mängd(?:uppgift\p{L}*)?)(?!\p{L})/iu,
    { hasQuantity: false },
  ],
  [
    /(?<!\p{L})(?:with (?:a )?(?:known|given) (?:quantity|amount)|joiden määrä (?:on tiedossa|tiedetään)|med känd mängd)(?!\p{L})/iu,
    { hasQuantity: true },
  ],
  [
    /(?<!\p{L})(?:without (?:a )?waste codes?|(?:that )?have no waste code|ilman jätekoodi\p{L}*|joilla ei ole jätekoodia|utan avfallskod|saknar avfallskod)(?!\p{L})/iu,
    { hasWasteCode: false },
  ],
  [
    /(?<!\p{L})(?:with (?:a )?waste codes?|(?:that )?have a waste code|joilla on jätekoodi|med avfallskod|har (?:en )?avfallskod)(?!\s*\d)(?!\p{L})/iu,
    { hasWasteCode: true },
  ],
  // Form
  [/(?<!\p{L})(?:pumpable|pumpattav\p{L}*|pumpbar\p{L}*)(?!\p{L})/iu, { forms: ["liquid", "sludge"] }],
  [
    /(?<!\p{L})(?:whose |joiden |vars )?(?:(?:physical )?(?:form|state) (?:is|=|of)|in (?:the )?form of|olomuoto (?:on|=)|olomuodoltaan|(?:fysisk )?form (?:är|=)|i form av) (?:sludges?|liete|lietet[tä]+|lietettä|slam)(?!\p{L})/iu,
    { forms: ["sludge"] },
  ],
  [
    /(?<!\p{L})(?:whose |joiden |vars )?(?:(?:physical )?(?:form|state) (?:is|=|of)|in (?:the )?form of|olomuoto (?:on|=)|olomuodoltaan|(?:fysisk )?form (?:är|=)|i form av) (?:gas(?:es)?|kaasu|kaasua|gas)(?!\p{L})/iu,
    { forms: ["gas"] },
  ],
  [
    /(?<!\p{L})(?:whose |joiden |vars )?(?:(?:physical )?(?:form|state) (?:is|=|of)|in (?:the )?form of|olomuoto (?:on|=)|olomuodoltaan|(?:fysisk )?form (?:är|=)|i form av) (?:heat|lämpö|lämpöä|värme)(?!\p{L})/iu,
    { forms: ["heat"] },
  ],
  [
    /(?<!\p{L})(?:whose |joiden |vars )?(?:(?:physical )?(?:form|state) (?:is|=|of)|in (?:the )?form of|olomuoto (?:on|=)|olomuodoltaan|(?:fysisk )?form (?:är|=)|i form av) (?:liquids?|neste|nestettä|vätska)(?!\p{L})/iu,
    { forms: ["liquid"] },
  ],
  [
    /(?<!\p{L})(?:whose |joiden |vars )?(?:(?:physical )?(?:form|state) (?:is|=|of)|in (?:the )?form of|olomuoto (?:on|=)|olomuodoltaan|(?:fysisk )?form (?:är|=)|i form av) (?:solids?|kiinteä|kiinteää|fast(?: material)?)(?!\p{L})/iu,
    { forms: ["solid"] },
  ],
  [
    /(?<!\p{L})(?:in liquid form|liquid(?:s)?|nestemäi\p{L}*|nesteet|nesteitä|nesteinä|flytande|vätskeformig\p{L}*|vätskor)(?!\p{L})/iu,
    { forms: ["liquid"] },
  ],
  [
    /(?<!\p{L})(?:in solid form|solids?|kiinteä\p{L}*|kiinteitä|kiinteinä|fast(?:a)?(?: form)?|i fast form)(?!\p{L})/iu,
    { forms: ["solid"] },
  ],
  [
    /(?<!\p{L})(?:gaseous|in gas form|kaasumai\p{L}*|kaasumuotoi\p{L}*|gasformig\p{L}*|i gasform)(?!\p{L})/iu,
    { forms: ["gas"] },
  ],
  [
    /(?<!\p{L})(?:sludgy|in sludge form|sludge-like|lietemäi\p{L}*|lietemuotoi\p{L}*|slamformig\p{L}*|slamartad\p{L}*)(?!\p{L})/iu,
    { forms: ["sludge"] },
  ],
  // Dimensions
  [
    /(?<!\p{L})(?:(?:measured |given |stated |expressed )?in (?:GWh|MWh|megawatt hours)|energiana ilmoite\p{L}*|(?:joiden määrä on |ilmoitettu )?(?:GWh|MWh)(?::i?na|:issa|-määräi\p{L}*)|(?:angivna )?i (?:GWh|MWh))(?!\p{L})/iu,
    { dimensions: ["energy"] },
  ],
  [
    /(?<!\p{L})(?:(?:measured |given |stated )?in (?:cubic met\p{L}+|m3)|kuutiometreinä|(?:angivna )?i kubikmeter)(?!\p{L})/iu,
    { dimensions: ["volume"] },
  ],
  [
    /(?<!\p{L})(?:(?:measured |given |stated )in tonnes|tonneina ilmoite\p{L}*|angivna i ton)(?!\p{L})/iu,
    { dimensions: ["mass"] },
  ],
  // Grouping
  [
    /(?<!\p{L})(?:(?:in )?which (?:park|area)s? (?:has|have|do|does|is|are|produces?|generates?|makes?|gives?) (?:the )?most|where (?:does|do|is|are) (?:the )?most|(?:missä|millä|mistä) (?:puisto\p{L}* |aluee\p{L}* )?(?:on |syntyy |tulee |kertyy |muodostuu )?eniten|mi(?:kä|nkä) (?:puisto|alue)\p{L}* (?:tuottaa|synnyttää|on) eniten|(?:i )?vilken park (?:har|producerar|ger|genererar|finns|uppstår|bildas) (?:det )?mest|var (?:finns|uppstår|bildas|uppkommer) (?:det )?mest)(?!\p{L})/iu,
    { groupBy: "park", measure: "sum" },
  ],
  [
    /(?<!\p{L})(?:(?:which (?:producer|company|firm)|who) (?:has|produces?|generates?|makes?) (?:the )?most|(?:mikä (?:yritys|yhtiö|tuottaja|laitos|tehdas)|kuka) tuottaa eniten|(?:vilket företag|vilken producent|vem) (?:har|producerar|ger) (?:det )?mest)(?!\p{L})/iu,
    { groupBy: "producer", measure: "sum" },
  ],
  [
    /(?<!\p{L})(?:(?:by|per|for each|in each|grouped by|broken down by) (?:park|area)s?|puistoittain|alueittain|puistokohtai\p{L}*|(?:joka|kussakin|eri) puisto\p{L}*|puistoa kohti|(?:puiston|alueen) mukaan|parkvis|(?:per|för varje|i varje) park)(?!\p{L})/iu,
    { groupBy: "park" },
  ],
  [
    /(?<!\p{L})(?:(?:by|per|for each|in each|grouped by|broken down by) (?:category|categories|type|kind|class|material)|kategorioittain|luokittain|lajeittain|ryhmittäin|materiaaleittain|kategoriaa kohti|(?:kategorian|luokan|lajin|tyypin|materiaalin) mukaan|kategorivis|(?:per|för varje|efter) (?:kategori|typ|slag|material))(?!\p{L})/iu,
    { groupBy: "category" },
  ],
  [
    /(?<!\p{L})(?:(?:by|per|for each|in each|grouped by) (?:municipality|town|city)|kunnittain|kaupungeittain|paikkakunnittain|(?:kunnan|kaupungin|paikkakunnan) mukaan|(?:per|i varje|efter) (?:kommun|stad|ort)|kommunvis)(?!\p{L})/iu,
    { groupBy: "municipality" },
  ],
  [
    /(?<!\p{L})(?:(?:by|per|for each|in each|grouped by) region|maakunnittain|(?:per|efter) (?:landskap|region))(?!\p{L})/iu,
    { groupBy: "region" },
  ],
  [
    /(?<!\p{L})(?:(?:by|per|for each|grouped by) (?:producer|company|firm)|tuottajittain|yrityksittäin|yhtiöittäin|(?:tuottajan|yrityksen) mukaan|(?:per|efter) (?:producent|företag))(?!\p{L})/iu,
    { groupBy: "producer" },
  ],
  [
    /(?<!\p{L})(?:(?:by|per|grouped by) (?:form|physical state|state)|olomuodoittain|(?:per|efter) (?:form|aggregationstillstånd))(?!\p{L})/iu,
    { groupBy: "form" },
  ],
  [
    /(?<!\p{L})(?:(?:by|per|grouped by) (?:current )?status|tiloittain|tilan mukaan|statuksen mukaan|(?:per|efter) status)(?!\p{L})/iu,
    { groupBy: "status" },
  ],
];

/** What is asked of the rows. The number of words that count, not of what they count. */
export const MEASURE_WORDS: readonly [RegExp, NonNullable<StreamQuery["measure"]>][] = [
  [
    /(?<!\p{L})(?:(?:on )?averages?|(?:the )?mean|typical (?:size|amount)|keskimäär\p{L}*|keskiarvo\p{L}*|keskikoko\p{L}*|i (?:genom)?snitt|genomsnitt\p{L}*|medel\p{L}*)(?: (?:size|amount|quantity|määrä|mängd\p{L}*)(?: of)?)?(?!\p{L})/iu,
    "average",
  ],
  [
    /(?<!\p{L})(?:how many|number of|count(?: of)?|(?:kuinka|miten) mon\p{L}*|montako|lukumäärä\p{L}*|hur många|antal(?:et)?)(?!\p{L})(?!\s+(?:tonn|ton|kilo|kuutio|kubik|cubic|megaw|gigaw|mwh|gwh))/iu,
    "count",
  ],
  [
    /(?<!\p{L})(?:how (?:much|many|large)|(?:what is )?(?:the )?(?:combined|total|overall|summed?(?: up)?)(?: (?:quantit\p{L}+|amounts?|tonnages?|sum|mass|volume|weight|up))?(?: of)?|tonnages?|(?:the )?sum(?: of)?|add(?:s|ed)? up(?: to)?|in total|altogether|all together|paljonko|(?:kuinka|miten) (?:paljon|suuri)|yhteensä|yhteismäär\p{L}*|yhteenlaske\p{L}*|kokonaismäär\p{L}*|summa\p{L}*|montako|(?:kuinka|miten) monta|hur (?:mycket|stor\p{L}*)|sammanlag\p{L}*|totalt?(?:a)?|total(?:mängd\p{L}*)?|tillsammans|hur många)(?!\p{L})/iu,
    "sum",
  ],
];
