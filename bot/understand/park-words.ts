import type { ParkOfferId } from "../query/park-offers.ts";

/** Parks asked for in general, in the plural or as "which park". */
export const PARK_NOUN =
  /(?<!\p{L})(?:(?:(?:eco-?)?industrial |eco-?|circular economy )?(?:parks|areas)|(?:which|what|any) (?:(?:eco-?)?industrial )?(?:park|area)|\p{L}*puisto(?:t|ja|jen|issa|ista|illa|ihin)|(?:montako|monta|monessa|moniko) \p{L}*(?:puisto(?:a|ssa)?|aluetta|alueella)|(?:missä|mistä|millä|mikä|mihin|mille) \p{L}*(?:puisto(?:ssa|sta|on)?|aluee(?:lla|lta|lle)|alue)|\p{L}*aluei(?:lla|ta|lta|ssa|sta)|alueet|\p{L}*parker(?:na)?|vilken (?:\p{L}+ )?\p{L}*park|(?:vilka|några) områden|områden(?:a)?)(?!\p{L})/iu;

/** "Sites" and the like ask for more than the eco-industrial parks. */
export const SITE_NOUN =
  /(?<!\p{L})(?:(?:other )?sites|all (?:places|locations)|(?:muut |muita |muissa )?kohte(?:et|ita|issa|ista)|(?:muut |muissa )?toimipai\p{L}*|(?:andra |övriga )?(?:platser(?:na)?|objekt(?:en)?|anläggningar|orter))(?!\p{L})/iu;

/** "Where is steam to be had?" asks for parks without naming them. */
export const ASKS_WHERE = /^\W*(?:where|missä|mistä|var)(?!\p{L})/iu;

/** "Infrastructure", "on offer": what a park offers, and no side stream. */
export const UTILITY_WORDS =
  /(?<!\p{L})(?:offers?|offering|on offer|provid(?:es?|ing)|suppl(?:y|ies)|tarjoa\p{L}*|tarjolla|saa(?:da|daan)?|erbjuder|att få|får man|infrastructure|utilit(?:y|ies)|facilit(?:y|ies)|infra\p{L}*|hyödykke\p{L}*|infrastruktur\p{L}*|försörjning)(?!\p{L})/iu;

/** Things parks offer that the vocabulary has no concept for, or in more words than one. */
export const OFFER_WORDS: readonly [RegExp, ParkOfferId][] = [
  [
    /(?<!\p{L})(?:waste ?-?water (?:treatment )?(?:plants?|works)|sewage (?:treatment )?(?:plants?|works)|jäteveden ?puhdistamo\p{L}*|jätevedenpuhdistuslaito\p{L}*|jätevesilaito\p{L}*|avloppsreningsverk\p{L}*|reningsverk\p{L}*)(?!\p{L})/iu,
    "waste-water-plant",
  ],
  [
    /(?<!\p{L})(?:waste ?-?water (?:treatment|handling)|sewage treatment|sewerage|jäteveden ?(?:puhdistu|käsittely)\p{L}*|jätevesien (?:puhdistu|käsittely)\p{L}*|avloppsrening\p{L}*|avloppsvattenrening\p{L}*)(?!\p{L})/iu,
    "waste-water-treatment",
  ],
  [/(?<!\p{L})(?:lng[\s-]?(?:terminals?|terminaali\p{L}*|terminal\p{L}*)|lng)(?!\p{L})/iu, "lng"],
  [
    /(?<!\p{L})(?:wind (?:farms?|power|turbines?)|tuulivoima\p{L}*|tuulipuisto\p{L}*|vindkraft\p{L}*)(?!\p{L})/iu,
    "wind-power",
  ],
  [
    /(?<!\p{L})(?:waste cent(?:re|er)s?|jäteaseman?|jäteasem\p{L}*|jätekesku\p{L}*|avfallscentral\p{L}*|avfallscent\p{L}*)(?!\p{L})/iu,
    "waste-centre",
  ],
  [
    /(?<!\p{L})(?:(?:factory |works )?fire ?brigades?|(?:tehdas)?palokun\p{L}*|(?:fabriks)?brandkår\p{L}*)(?!\p{L})/iu,
    "fire-brigade",
  ],
  [/(?<!\p{L})(?:airports?|lentoken\p{L}*|lentoasem\p{L}*|flygplats\p{L}*)(?!\p{L})/iu, "airport"],
  [/(?<!\p{L})(?:motorways?|moottoritie\p{L}*|moottoriteitä|motorväg\p{L}*)(?!\p{L})/iu, "motorway"],
  [
    /(?<!\p{L})(?:rail(?:way)?s?(?: (?:connections?|links?|access|yards?|terminals?|tracks?))?|railroads?|rautat(?:ie|ei)\p{L}*|raideyhtey\p{L}*|junarat\p{L}*|ratayhtey\p{L}*|ratapih\p{L}*|järnväg\p{L}*|tågförbindelse\p{L}*|spåranslutning\p{L}*)(?!\p{L})/iu,
    "rail",
  ],
  [
    /(?<!\p{L})(?:sea ?ports?|ports?|harbou?rs?|satama\p{L}*|satami\p{L}*|hamn(?:en|ar|arna)?)(?!\p{L})/iu,
    "port",
  ],
  [
    /(?<!\p{L})(?:roads?|road (?:access|connections?)|tieyhtey\p{L}*|maantie\p{L}*|landsväg\p{L}*|vägar(?:na)?|vägförbindelse\p{L}*)(?!\p{L})/iu,
    "road",
  ],
  [
    /(?<!\p{L})(?:pilot(?:ing)?(?: (?:plants?|space|facilit\p{L}+|halls?|environments?))?|pilot[ot]{0,2}i\p{L}*|koelaito\p{L}*|koetehta\p{L}*|koetehda\p{L}*|pilotanläggning\p{L}*|pilotutrymme\p{L}*|pilothall\p{L}*|försöksanläggning\p{L}*)(?!\p{L})/iu,
    "pilot-space",
  ],
  [
    /(?<!\p{L})(?:laborator(?:y|ies)(?: (?:space|premises|facilities))?|labs?|laborator\p{L}*|labra\p{L}*|labb(?:et)?|labblokal\p{L}*)(?!\p{L})/iu,
    "laboratory",
  ],
  [
    /(?<!\p{L})(?:offices?(?: space)?|toimisto\p{L}*|kontor(?:et|slokal\p{L}*|sutrymme\p{L}*)?)(?!\p{L})/iu,
    "offices",
  ],
  [
    /(?<!\p{L})(?:(?:business |vacant |industrial )?(?:premises|halls)|toimitil\p{L}*|hallitil\p{L}*|tuotantotil\p{L}*|lokaler(?:na)?|verksamhetslokal\p{L}*)(?!\p{L})/iu,
    "premises",
  ],
  [
    /(?<!\p{L})(?:(?:free |vacant |available |zoned )?(?:plots?|land)(?: (?:for sale|on offer))?|(?:vapai\p{L}* |vapaata |vapaan |kaavoitet\p{L}* )?(?:tont\p{L}*|yritystont\p{L}*|teollisuustont\p{L}*|tonttimaa\p{L}*|maa-?alaa)|(?:lediga? |fri |planlagda? )?(?:tomt(?:er|mark)?|tomterna|mark|industrimark|företagstomter))(?!\p{L})/iu,
    "land",
  ],
  [/(?<!\p{L})(?:zoning|kaavoitus|kaavoituksen|planläggning\p{L}*)(?!\p{L})/iu, "zoning"],
  [
    /(?<!\p{L})(?:industrial gas(?:es)?|teollisuuskaasu\p{L}*|industrigas(?:er)?)(?!\p{L})/iu,
    "industrial-gases",
  ],
  [/(?<!\p{L})(?:natural gas|maakaasu\p{L}*|naturgas(?:en)?)(?!\p{L})/iu, "natural-gas"],
  [/(?<!\p{L})(?:district heat(?:ing)?|kaukoläm\p{L}*|fjärrvärme\p{L}*)(?!\p{L})/iu, "district-heating"],
  [
    /(?<!\p{L})(?:district cooling|cooling|kaukokylm\p{L}*|kaukojäähdyt\p{L}*|jäähdyty\p{L}*|fjärrkyla\p{L}*|kyla|kylning)(?!\p{L})/iu,
    "cooling",
  ],
  [/(?<!\p{L})(?:biogas plants?|biokaasulaito\p{L}*|biogasanläggning\p{L}*)(?!\p{L})/iu, "biogas-plant"],
  [
    /(?<!\p{L})(?:power (?:plants?|stations?)|voimalaito\p{L}*|voimala(?:t|n|a|ssa)?|kraftverk\p{L}*)(?!\p{L})/iu,
    "power-plant",
  ],
  [
    /(?<!\p{L})(?:landfills?|kaatopai\p{L}*|loppusijoitus\p{L}*|deponi(?:n|er)?|soptipp\p{L}*)(?!\p{L})/iu,
    "landfill",
  ],
  [
    /(?<!\p{L})(?:environmental permits?|ympäristölu\p{L}*|miljötillstånd\p{L}*)(?!\p{L})/iu,
    "environmental-permit",
  ],
];

/** Concepts of single words that are an offer. */
export const OFFER_CONCEPTS: Readonly<Record<string, ParkOfferId>> = {
  "trade:steam": "steam",
  "trade:heat": "heat",
  "trade:waste-heat": "waste-heat",
  "trade:water": "water",
  "trade:process-water": "water",
  "trade:electricity": "electricity",
  "trade:hydrogen": "hydrogen",
  "trade:oxygen": "oxygen",
  "trade:nitrogen": "nitrogen",
  "trade:biogas": "biogas",
};

/** Things that the side-stream table lists too; a question for them is one for streams unless it says otherwise. */
export const STREAM_OFFERS: ReadonlySet<string> = new Set<ParkOfferId>(["heat", "waste-heat"]);

/** Whom a park offers things to, which is said of all of them. */
export const FOR_COMPANIES =
  /(?<!\p{L})(?:for|to|för|åt|till) (?:(?:new|growing|nya|växande) )?(?:companies|firms|businesses|enterprises|industry|företag(?:en)?|bolag|industri(?:n)?)(?!\p{L})|(?<!\p{L})(?:(?:uusille|kasvaville) )?(?:yrityksille|teollisuudelle)(?!\p{L})/iu;

/** Words of such questions that narrow nothing. */
export const PARK_GENERIC =
  /^(?:your|teidän|er|both|sekä|molemmat|både|onks|ois|nån|nåt|all|any|some|list|plants?|works?|working|operat\p{L}*|table|tables|show|give|name|tell|exist|exists|there|offer\p{L}*|provid\p{L}*|available|availability|obtainable|supplied|supply|get|find|found|locat\p{L}*|situated|lie|lies|has|have|having|own|with|on|at|their|its|connection|connected|access|site|sites|place|places|area|areas|park|parks|region|county|province|eco|industrial|finland|finnish|today|now|other|kaikki|kaikkia|listaa|lista|luettele|taulukko\p{L}*|taulukossa|näytä|anna|kerro|nimeä|tarjo\p{L}*|tarjoa\p{L}*|saatavi\p{L}*|saata\p{L}*|saa|saan|löyty\p{L}*|löydy\p{L}*|sijaitse\p{L}*|toimi\p{L}*|oma|omaa|oman|olevat|olemassa|käytettäviss\p{L}*|yhtey\p{L}*|maakun\p{L}*|kunnassa|suome\p{L}*|alue\p{L}*|puisto\p{L}*|kohde|kohte\p{L}*|nyt|alla|samtliga|lista|tabell\p{L}*|visa|nämn|sök|hitta|finns|finnas|erbjud\p{L}*|tillgång\p{L}*|tillgänglig\p{L}*|få|fås|får|ligger|är|belägna?|har|egen|eget|egna|via|landskap\p{L}*|region\p{L}*|kommun\p{L}*|områd\p{L}*|park\p{L}*|plats\p{L}*|finländsk\p{L}*|nu|idag)$/iu;
