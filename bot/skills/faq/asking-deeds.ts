import type { AskingGroup } from "./asking-group.ts";

const DECIDES = 0.55;

/** What is done, wanted or told of a topic; where two questions differ in it, they have different answers. */
export const DEEDS: readonly AskingGroup[] = [
  {
    id: "leave",
    weight: DECIDES,
    words: /^(?:leaving|withdraw\p{L}*|resign\p{L}*|erota|eroaminen|eroaa|lämna|lämnar|utträd\p{L}*)$/u,
    phrase: /(?<!\p{L})(?:leave (?:the|our|an?)|to leave)(?!\p{L})/iu,
  },
  {
    id: "least",
    weight: DECIDES,
    words:
      /^(?:smallest|minimum|lowest|least|pienin|pienimmän|vähintään|vähimmäis\p{L}*|minimi\p{L}*|minst|minsta|lägsta)$/u,
  },
  {
    id: "most",
    weight: DECIDES,
    words:
      /^(?:largest|biggest|maximum|highest|longest|suurin|suurimmat|suurimman|enintään|enimmäis\p{L}*|korkein|pisin|störst|största|högst|högsta|längst|längsta|längre)$/u,
  },
  {
    id: "aim",
    weight: DECIDES,
    words:
      /^(?:aims?|aimed|goals?|objectives?|purpose|tavoit\p{L}*|pyrki\p{L}*|pyrit\p{L}*|mål|målet|målen|syfte\p{L}*)$/u,
  },
  {
    id: "money",
    weight: DECIDES,
    words:
      /^(?:money|funds?|funded|funding|financ\p{L}*|raha|rahaa|rahat|rahoit\p{L}*|rahoitus\p{L}*|pengar|finansi\p{L}*)$/u,
  },
  {
    id: "cost",
    weight: DECIDES,
    words:
      /^(?:costs?|pays?|paid|betala\p{L}*|prices?|fees?|charges?|charged|expensive|kallis|kallista|kallein|dyr|dyrt|dyra|maksaa|maksavat|maksetaan|maksu|maksua|maksun|hinta|hintaa|hinnan|kosta|kostar|kostade|pris|priset|avgift|avgiften)$/u,
    phrase: /(?<!\p{L})how much (?:is|are|was)(?!\p{L})/iu,
  },
  {
    id: "close",
    weight: DECIDES,
    words:
      /^(?:clos(?:e|es|ed|ing)|shut|sulje\p{L}*|sulki|sulkea|sulkeminen|lakkaut\p{L}*|stäng\p{L}*|(?:ned|ner)la\p{L}*)$/u,
    phrase:
      /(?<!\p{L})(?:still (?:running|open|in (?:operation|use))|(?:yhä|vielä|edelleen) (?:toiminnassa|käynnissä)|toimiiko .{3,60}(?:yhä|vielä|edelleen)|(?:fortfarande|ännu) (?:i drift|i gång|öppet|öppen)|lades ner|lagts ner)(?!\p{L})/iu,
  },
  {
    id: "member",
    weight: DECIDES,
    words:
      /^(?:members?|membership|belongs?|jäsen(?:et|en|iä|ten|tä|enä|eksi|yys|yyden|yyttä|yydestä)?|kuulu\p{L}*|jäsenyrity\p{L}*|medlem(?:mar|men|marna|skap|skapet)?|medlemsföretag\p{L}*|tillhör)$/u,
    phrase: /(?<!\p{L})hör (?:\p{L}+ ){0,4}till(?!\p{L})/iu,
  },
  {
    id: "cancel",
    weight: DECIDES,
    words: /^(?:cancel\p{L}*|perun|perua|peru|perutaan|peruut\p{L}*|avbok\p{L}*)$/u,
  },
  {
    id: "book",
    weight: DECIDES,
    words:
      /^(?:book|booked|booking|reserve\p{L}*|varaan|varata|varataan|varaus\p{L}*|varauk\p{L}*|boka\p{L}*)$/u,
  },
  {
    id: "visit",
    weight: DECIDES,
    words:
      /^(?:visit\p{L}*|tours?|vieraile\p{L}*|vierailu\p{L}*|tutustu\p{L}*|besök\p{L}*|studiebesök\p{L}*)$/u,
  },
  { id: "guide", weight: 0.3, words: /^(?:guided|opastet\p{L}*|guida\p{L}*)$/u },
  {
    id: "subscribe",
    weight: DECIDES,
    words: /^(?:subscri\p{L}*|tilaan|tilata|tilaus\p{L}*|prenumer\p{L}*)$/u,
    phrase: /(?<!\p{L})(?:sign(?:ing)? up|anmäl\p{L}* (?:mig|sig|oss)|postituslista\p{L}*)(?!\p{L})/iu,
  },
  {
    id: "apply",
    weight: DECIDES,
    words: /^(?:apply|applies|applications?|haen|hakea|haetaan|hakemu\p{L}*|ansök\p{L}*|ansöker)$/u,
  },
  {
    id: "keep",
    weight: DECIDES,
    words:
      /^(?:keep|kept|stored?|storage|retain\p{L}*|retention|säilyt\p{L}*|varastoi\p{L}*|spara\p{L}*|bevara\p{L}*|lagra\p{L}*|förvara\p{L}*)$/u,
  },
  {
    id: "ship",
    weight: 0.4,
    words:
      /^(?:ship\p{L}*|export(?:s|ed|ing)?|viedä|viedään|vien|vie|viemi\p{L}*|vienti\p{L}*|vienn\p{L}*|föra|exporter\p{L}*|skicka\p{L}*|lähett\p{L}*)$/u,
  },
  {
    id: "choose",
    weight: DECIDES,
    words:
      /^(?:choose\p{L}*|chosen|elect(?:s|ed)?|appoint\p{L}*|valits\p{L}*|valitaan|nimit\p{L}*|väljer?|välja|väljs|utser|utse|utses)$/u,
  },
  {
    id: "differ",
    weight: DECIDES,
    words: /^(?:differ|differs|differences?|ero|eroa|eroaa|eroavat|erot|skillnad\p{L}*|skilj\p{L}*)$/u,
  },
  {
    id: "open",
    weight: DECIDES,
    words: /^(?:open|opening|hours|auki|aukiolo\p{L}*|öppet|öppettid\p{L}*|öppen|öppna)$/u,
  },
  {
    id: "gain",
    weight: DECIDES,
    words:
      /^(?:advantages?|benefits?|gains?|hyöty\p{L}*|hyödymme|hyödyt|etu|etua|etuja|edut|nytta\p{L}*|fördel\p{L}*|vinner)$/u,
  },
  {
    id: "name",
    weight: 0.3,
    words:
      /^(?:names?|named|called|nimi|nimeä|nimellä|nimeltään|nimen|known|tunnetaan|heter|namn|namnet|kallas)$/u,
    phrase: /(?<!\p{L})(?:called|kutsutaan|nimeltään|heter|kallas)(?!\p{L})/iu,
  },
  {
    id: "end-being",
    weight: 0.4,
    words:
      /^(?:lakkaa\p{L}*|päätty\p{L}*|päättymi\p{L}*|upphör\p{L}*|upphöra|slutar?|slutat|ceases?|stops?)$/u,
    phrase:
      /(?<!\p{L})(?:no longer|stop(?:s|ped)? being|lose its|(?:ei|eivät) (?:\p{L}+ ){0,2}enää|inte längre)(?!\p{L})/iu,
  },
  {
    id: "begin",
    weight: 0.3,
    words:
      /^(?:begin\p{L}*|start(?:s|ed|ing)?|alkaa|alkoi|alkaen|aloit\p{L}*|aloitta\p{L}*|börja\p{L}*|påbörja\p{L}*)$/u,
  },
  {
    id: "task",
    weight: DECIDES,
    words:
      /^(?:tasks?|duty|duties|role|roles|tehtäv\p{L}*|hommat?|hommia|työnkuva\p{L}*|toimenkuva\p{L}*|rooli|roolin|uppgift\p{L}*|arbetsuppgift\p{L}*|sysslor|roll|rollen)$/u,
  },
  {
    id: "lead",
    weight: 0.4,
    words:
      /^(?:leads?|led|leaders?|leading|heads?|headed|johtaa|johtaja\p{L}*|johtavat|johti|vetää|vetäjä\p{L}*|vetävät|vetänyt|vetäneet|leder|ledde|leds|lett|ledare\p{L}*|spetsen|projektipäällik\p{L}*|projektinjohtaja\p{L}*|projektchef\p{L}*|projektledar\p{L}*)$/u,
    phrase: /(?<!\p{L})(?:project manager|in charge)(?!\p{L})/iu,
  },
  {
    id: "settle",
    weight: 0.3,
    words:
      /^(?:settle\p{L}*|locate|locating|relocat\p{L}*|move|moving|sijoittu\p{L}*|muuttaa|muuttaisi|mennä|etabler\p{L}*|flytta|flyttar)$/u,
    phrase: /(?<!\p{L})(?:set(?:ting)? up|slå (?:sig|oss) ner)(?!\p{L})/iu,
  },
  {
    id: "contact",
    weight: 0.35,
    words:
      /^(?:contact|contacts|contacted|call|talk|speak|touch|yhteydessä|yhteyttä|soitan|soittaa|soittaisin|kontakta\p{L}*|ringa|ringer|prata|tala|kontakt)$/u,
  },
  {
    id: "plant",
    weight: 0.25,
    words:
      /^(?:plants?|factor(?:y|ies)|tehdas|tehdasta|tehtaan|tehtaalle|tehtaalla|tehtaita|laitos|laitosta|laitoksen|laitokselle|laitokset|laitoksia|fabrik(?:en|er|erna)?|anläggning(?:en|ar|arna)?)$/u,
  },
];
