import type { BaseField } from "./fields.ts";

/**
 * What people write above their columns, in Finnish, Swedish and English, separated by bars. Units, what stands in
 * brackets, and the language of a column ("Nimi ruotsiksi") are told apart before these are looked up. A word that may
 * mean two fields ("Luokka") stands nowhere: the heading is then named as unknown.
 */
export const HEADING_WORDS: Record<BaseField, string> = {
  id: "id | tunnus | tunniste | nro | numero | rivi | juokseva numero | nr | nummer | löpnummer | no | number | row | #",
  kind: "kind | virran laji | sivuvirran laji | rivin laji | strömmens slag | typ av ström | kind of stream | flow kind",
  name: "name | nimi | sivuvirta | sivuvirran nimi | virta | virran nimi | materiaali | materiaalin nimi | sivutuote | jae | jätejae | jäte | jätteen nimi | jätenimike | jätteen laji | jätelaji | yleisnimi | jätteen yleisnimi | kansanomainen nimi | nimike | namn | sidoström | sidoströmmens namn | ström | material | materialets namn | biprodukt | fraktion | avfall | avfallets namn | avfallsslag | allmänt namn | vanligt namn | benämning | stream | stream name | side stream | side stream name | material name | by product | byproduct | waste | waste name | waste type | kind of waste | common name | residue",
  producer:
    "producer | tuottaja | tuottajayritys | jätteen tuottaja | haltija | jätteen haltija | haltijan nimi | jätteen haltijan nimi | yritys | yritys nimi | yrityksen nimi | yhtiö | toimija | toiminnanharjoittaja | laitos | tehdas | organisaatio | producent | avfallsproducent | innehavare | innehavarens namn | avfallsinnehavare | företag | företagets namn | bolag | verksamhetsutövare | aktör | anläggning | organisation | holder | holder name | waste holder | name of holder | company | company name | operator | plant | generator | waste producer",
  park: "park | puisto | teollisuuspuisto | ekoteollisuuspuisto | teollisuusalue | alue | toimialue | ekoindustripark | industripark | industriområde | område | industrial park | eco industrial park | site | area | industrial area",
  municipality:
    "municipality | kunta | kaupunki | paikkakunta | sijaintikunta | syntypaikan kunta | sijainti | syntypaikka | kommun | stad | ort | uppkomstort | placeringskommun | town | city | location | place | place of origin | location municipality",
  category:
    "category | kategoria | materiaaliryhmä | ryhmä | materiaalityyppi | laji | kategori | materialgrupp | grupp | slag | group | material group | material type | material category",
  form: "form | olomuoto | muoto | fysikaalinen olomuoto | fysikaalinen olotila | olotila | fysikaalinen tila | aggregationstillstånd | fysikaliskt tillstånd | fysikalisk form | konsistens | physical state | physical form | state of matter | consistency",
  quantity:
    "quantity | määrä | vuosimäärä | vuotuinen määrä | määrä vuodessa | kokonaismäärä | arvioitu määrä | jätemäärä | jätteen määrä | volyymi | tonnimäärä | tonnit | mängd | årsmängd | årlig mängd | mängd per år | total mängd | uppskattad mängd | avfallsmängd | volym | amount | annual amount | yearly amount | annual quantity | amount per year | estimated amount | tonnage | volume",
  unit: "unit | yksikkö | määrän yksikkö | mittayksikkö | enhet | måttenhet | mängdenhet | units | unit of measure",
  period:
    "period | jakso | ajanjakso | aikayksikkö | aika | per | tidsperiod | tidsenhet | time unit | time period",
  waste_code:
    "waste code | jätekoodi | jätteen koodi | jätenumero | jätteen tunnusnumero | tunnusnumero | jäteluettelon koodi | jäteluettelon numero | ewc | ewc koodi | ewc kod | ewc code | ewc nro | low | low code | lowkoodi | low koodi | avfallskod | kod enligt avfallsförteckningen | avfallsförteckningens kod | avfallsnummer | list of waste code | european waste code | eural code",
  hazardous:
    "hazardous | vaarallinen | vaarallisuus | vaarallinen jäte | onko vaarallinen | vaarallista jätettä | farlig | farligt | farligt avfall | farlighet | är farligt | hazardous waste | is hazardous | hazard | dangerous",
  uses: "uses | käyttö | käyttökohde | käyttökohteet | hyödyntäminen | nykyinen käyttö | mahdollinen käyttö | hyötykäyttö | användning | användningsområde | användningsområden | nyttjande | nuvarande användning | möjlig användning | use | current use | possible use | utilisation | utilization | application | applications",
  status:
    "status | tila | tilanne | saatavuus | käyttötilanne | nykytila | läge idag | tillgänglighet | nuläge | availability | current status",
  sources:
    "source | sources | lähde | lähteet | tietolähde | källa | källor | datakälla | data source | reference | references",
  year: "year | vuosi | tietojen vuosi | tilastovuosi | viitevuosi | raportointivuosi | år | uppgiftsår | rapporteringsår | statistikår | data year | reporting year | reference year",
  visibility:
    "visibility | näkyvyys | julkisuus | kuka näkee | synlighet | offentlighet | vem får se | who may see | access | confidentiality",
  note: "note | notes | huomautus | huomautukset | huom | huomio | huomiot | lisätieto | lisätiedot | kommentti | kommentit | muuta | muistiinpanot | anmärkning | anmärkningar | anm | kommentar | kommentarer | tilläggsuppgifter | övrigt | comment | comments | remark | remarks | additional information | other information",
  description:
    "description | kuvaus | jätteen kuvaus | vapaa kuvaus | sanallinen kuvaus | ominaisuudet | muut ominaisuudet | beskrivning | avfallets beskrivning | fri beskrivning | egenskaper | övriga egenskaper | free description | waste description | properties | other properties",
  legal_status:
    "legal status | oikeudellinen asema | laillinen asema | jäteoikeudellinen asema | juridinen asema | jätestatus | sivutuote vai jäte | jäte tai sivutuote | rättslig ställning | rättslig status | juridisk status | avfall eller biprodukt | waste or by product | regulatory status",
  hazard_class:
    "class | hazard class | waste class | jätteen luokitus | jäteluokka | vaarallisuusluokka | vaaraluokka | avfallsklass | avfallets klass | faroklass | klassificering | waste classification",
  hazard_properties:
    "hp codes | hp code | hp | hp koodi | hp koodit | vaaraominaisuus | vaaraominaisuudet | vaaraominaisuuskoodi | hp kod | hp koder | farliga egenskaper | faroegenskaper | hazard properties | hazardous properties | hazard codes",
  physical_state: "",
  regularity:
    "regularity | säännöllisyys | jatkuvuus | syntytiheys | toistuvuus | regelbundenhet | kontinuitet | frekvens | frequency | continuity",
  available_from:
    "available from | saatavilla alkaen | saatavissa alkaen | saatavuus alkaa | alkaen | alkupäivä | tillgänglig från | tillgängligt från | från och med | start date | from",
  available_until:
    "available until | saatavilla asti | saatavilla saakka | saatavissa asti | saatavuus päättyy | saakka | asti | loppupäivä | tillgänglig till | tillgängligt till | till och med | available to | end date | until",
  origin_activity:
    "origin activity | syntypaikan toiminta | alkuperä | toiminta josta syntyy | toimiala | jätteen alkuperä | syntytapa | prosessi | ursprungsverksamhet | verksamhet | ursprung | bransch | avfallets ursprung | process | origin | activity | industry | activity of origin",
  location:
    "coordinates | koordinaatit | osoite | katuosoite | syntypaikan osoite | koordinater | adress | gatuadress | address | street address | site address",
  composition:
    "composition | koostumus | kemiallinen koostumus | pääaineet | pääalkuaineet | alkuaineet | sammansättning | kemisk sammansättning | huvudämnen | grundämnen | chemical composition | main elements | elements",
  dry_matter:
    "dry matter | dry matter content | kuiva aine | kuiva ainepitoisuus | kuiva aineen pitoisuus | ka | torrsubstans | torrsubstanshalt | ts | ts halt | dry solids | dry solids content",
  moisture:
    "moisture | moisture content | kosteus | kosteuspitoisuus | vesipitoisuus | fukt | fukthalt | fuktighet | vattenhalt | water content",
  heating_value:
    "heating value | lämpöarvo | tehollinen lämpöarvo | värmevärde | effektivt värmevärde | calorific value | lower heating value | lhv",
  contaminants:
    "contaminants | haitta aineet | epäpuhtaudet | raskasmetallit | föroreningar | skadliga ämnen | tungmetaller | impurities | harmful substances | heavy metals",
  temperature: "temperature | lämpötila | lämpötilataso | temperatur | temperaturnivå | temperature level",
  treatment:
    "treatment | käsittely | nykyinen käsittely | käsittelytapa | käsittelykoodi | r d koodi | r d | r d code | r d kod | hyödyntämis tai loppukäsittelykoodi | toimituspaikka ja käsittely | behandling | nuvarande behandling | behandlingskod | behandlingssätt | current treatment | treatment code | recovery or disposal code | disposal code | recovery code",
  transport:
    "transport | kuljetus | kuljetustapa | kuljetusjärjestely | kuljetusjärjestelyt | toimitustapa | transportsätt | transportarrangemang | leveranssätt | transport arrangement | transport arrangements | transportation | delivery",
  permits:
    "permits | permit | luvat | lupa | lupatilanne | luvat ja ehdot | ympäristölupa | ehdot | tillstånd och villkor | miljötillstånd | villkor | permits and conditions | environmental permit | conditions",
  source_document:
    "source document | lähdeasiakirja | lähdeaineisto | asiakirja | källdokument | dokument | document",
  verified_by:
    "verified by | verified | tarkistaja | tarkastaja | tarkistanut | vahvistanut | tiedot vahvistanut | verifierad av | granskad av | kontrollerad av | bekräftad av | checked by | confirmed by",
  updated:
    "updated | last updated | päivitetty | viimeksi päivitetty | päivityspäivä | päivitys | päiväys | uppdaterad | senast uppdaterad | uppdateringsdatum | datum | date | date updated | update date",
  expires:
    "expires | vanhenee | vanhentuu | voimassa | voimassa asti | viimeinen voimassaolopäivä | giltig till | går ut | upphör | giltighetstid | expiry | expiry date | expiration date | valid until",
  contact:
    "contact | yhteystieto | yhteystiedot | yhteyshenkilö | yhteyshenkilön nimi | vastuuhenkilö | puhelin | puhelinnumero | puh | sähköposti | yhteyshenkilön sähköposti | yhteyshenkilön puhelin | yhteyshenkilön puhelinnumero | sähköpostiosoite | kontakt | kontaktperson | kontaktuppgifter | kontaktpersonens namn | kontaktpersonens e post | kontaktpersonens telefon | ansvarig person | telefon | telefonnummer | e post | epost | e postadress | contact person | contact details | contact email | contact e mail | contact phone | contact name | person | phone | phone number | telephone | email | e mail | email address",
  business_id:
    "business id | y tunnus | ytunnus | yritystunnus | yrityksen tunnus | fo nummer | fonummer | företagsnummer | organisationsnummer | business identity code | company id | vat number | vat id | alv numero",
  price:
    "price | hinta | hinta arvio | porttimaksu | vastaanottomaksu | käsittelymaksu | käsittelyhinta | myyntihinta | pris | portavgift | mottagningsavgift | behandlingsavgift | gate fee | price or gate fee | fee | cost | kustannus | kustannukset | kostnad",
};
