import type { Language } from "../../knowledge/languages.ts";

/**
 * Words that hold a sentence together and carry no topic, question words and polite openings included.
 * They tell the language of a message and are left out when its topic is looked for.
 */
const LISTS: Record<Language, string> = {
  en: `a about above after again all also although always am an and another any anybody anyone anything are
    aren't trying around as ask at away be because been before being below between both but by can can't cannot could
    couldn't did didn't do does doesn't doing don't done down during each either else ever every everyone
    everything few for from further get gets getting give given gives go goes going got had has have haven't
    having he hello help her here hers herself hey hi him himself his how however i i'd i'll i'm i've if in into
    is isn't it it's its itself just kind know let let's like list look looking many may maybe me might mine
    more most much must my myself near need needs no nor not now of off ok okay on once one ones only or other
    others our ours ourselves out over own please quite rather really same say says see shall she should
    shouldn't show so some somebody someone something sort still such sure tell thank thanks that that's the
    their theirs them themselves then there there's these they they're thing things this those through to too
    toward towards under until up upon us very want wants was wasn't way we we'd we're we've well were weren't
    what what's whatever when when's where where's wherever which while who who's whom whose why will with
    within without won't would wouldn't yes yet you you'd you're your yours yourself explain describe
    actually basically usually typically normally generally mainly mostly exactly roughly approximately about
    apparently perhaps possibly probably whether whoever whichever somewhere anywhere later earlier before already
    just recently soon ago instead besides except via per various several certain particular specific respectively
    together apart along among amongst against despite although though unless whereas hence thus therefore anyway
    name names named define tell give show guess wonder wondering curious interested interest hear heard read
    know knows knew think thinks thought believe seem seems seemed become becomes became put puts take takes took
    taken make makes made come comes came keep keeps kept bring brings brought leave left turn turns turned
    use uses try tries tried whats hows wheres whos lets im ive id dont doesnt cant isnt thats anybody
    hold hang far long ever whole entire fact facts moment student journalist writing write people folks
    good bad best better right wrong nice great real true sort kinds types type case cases point matter
    second minute sentence word words short brief quick simple plain english finnish swedish
    days today believe tell nowadays include includes included including involve involves involved consist consists contain contains find anyhow briefly done currently today nowadays called exist exists happen happens happened mean means meant lot lots
    behind beyond otherwise supposed onto throughout whenever neither nobody none nothing nowhere everywhere often
    rarely seldom sometimes never pretty bit little less least enough elsewhere thereby moreover furthermore
    meanwhile nevertheless nonetheless likewise similarly overall altogether simply merely barely nearly almost
    hardly presently anymore regarding concerning considering according due plus able unable happening since than
    latter former whatsoever alone aside underneath ahead forward backwards yourselves ought gonna wanna gotta cope
    somehow somewhat twice worth`,
  fi: `ah paras parasta parhaan parhaat parhaita parhain etukäteen jälkikäteen hyvissä ajoin yrittää yrittävät aika ai ainakin aina alla alle alta asti edelleen ehkä ei eikö eivät eli ellei emme en enemmän eniten
    ennen entä entäs eräs eräät esim että et ette haluaisin haluan halua haluamme hei hetki heti he heidän heille
    heiltä heistä heitä hän hänellä hänelle hänen hänestä häntä ihan ilman itse ja jne jo johon joiden joihin joilla
    joille joista joissa joita joka jokin jokainen joko joku jolla jolle jolta jonka jonkin jos joskus jossa josta
    jota jotain jotka jotta jotakin juuri kai kaikki kaikkea kaikkien kaikissa kanssa keiden keille keiltä keistä
    keitä kello ken kenelle keneltä kenelläkin kenellä kenen kenestä kenet keneen kenties kerro kertoa kertoisitko
    kertokaa ketkä ketä kiitos kiitti koska koko koskien kuin kuinka kuitenkin kuka kukaan kukin kumpi kumpikin kun
    kunnes kyllä käy lisää luona luo läpi lähellä me meidän meidät meille meillä meiltä meistä meitä melko mihin
    mikä mikäli mikään mikin miksi milloin millainen millaisen millaiselle millaisille millaisissa millaisista millaisilla millaisella millaisiin millaisten minkälaisen minkälaiset minkälaisille minkälaisissa minkälaisista niminen nimisen nimistä nimisessä millaista millaisia millaiset millä mille miltä minkä minkälainen
    minkälaisia minkälaista minne minua minulla minulle minulta minun minussa minut minä missä mistä mitkä miten
    mitä mitään moi moikka molemmat molempi moni monta montako muiden muissa muita mukaan mutta muu muut muuta myös
    mä nyt näiden näihin näille näistä näissä näitä nämä ne niiden niihin niille niillä niin niistä niissä niitä no
    noin nuo näin ole olemme olen olet olette oli olin olisi olisin olisivat olit olivat olla olleet ollut on
    onko onkohan ovat ovatko paljon paljonko paitsi pari pian pitäisi pitää poissa pois plus päin päälle sama samoin
    saa saada saako saan saat saisi saisinko sanoa se sekä sellainen sellaisia sen senkin siellä sieltä sieltäkin
    siihen siinä siitä sillä sille siltä sinne sinua sinulla sinulle sinun sinussa sinä sitten sitä siis suunnilleen
    suoraan sun sä taas tai takia tahdon tavalla te teidän teille teillä teistä teitä tervehdys terve toki tuo tuon
    tuossa tuosta tuota tuolla tähän tällä tälle tältä tämä tämän tänne tässä tästä tätä täällä vaan vai vaikka
    vain vasta vastaan vastaa verran vielä voi voidaan voiko voimme voin voinko voisi voisiko voisin voisitko
    voit voitko voitte voivat voivatko yli ympäri yhdessä eikä siksi luetella luettele listaa selitä kuvaile
    etsi etsin tarvitaan tarvitsee kuuluuko kenelläkään ollaan ollako olisiko kaikista entäpä entä mites miten
    oikeastaan oikein todella varsinaisesti yleensä tavallisesti tyypillisesti lähinnä pääosin suurin piirtein
    suunnilleen arviolta nimenomaan varmaan varmasti ehkäpä kenties mahdollisesti todennäköisesti milloinkaan
    jossain jostain jonnekin johonkin myöhemmin aiemmin aikaisemmin ennestään hiljattain äskettäin pian sitten
    sijaan lisäksi paitsi kautta erilaiset erilaisia eri tietty tietyt tiettyjä kukin kunkin yhteensä kesken
    kumminkin kuitenkaan siitäkin tästäkin joten koska vaikkakin ettei jotta jottei sillä eikös onkos
    nimeä nimetä määrittele määritellä kuvailla haluaisimme haluatko kiinnostaa kiinnostaisi kiinnostunut kuulla kuullut
    luulen luuletko ajattelin mietin pohdin mielestä mielestäsi ilmeisesti tulee tulisi tuli tulla menee meni mennä
    otetaan otti ottaa tuo tuoda jättää pitää pidä pidetään saatiin saadaan sai saisi annetaan annettiin antaa anna
    löytyy löytyvät löydän löydä löytää näkyy opiskelija toimittaja kirjoitan ikään
    hyvä hyvää paras parempi oikea väärä kiva asia asiaa asioita asiasta juttu kohta tapaus lyhyesti nopeasti
    englanti englanniksi suomi suomeksi ruotsi ruotsiksi ihmiset väki
    päivinä nykyään vielä kuuluu kuuluvat sisältyy sisältää sisältyvät tapahtuu tapahtui tehdään tehdä teette menee nykyään nykyisin tänään käytännössä liittyen koskee tietää tiedätkö tiedä tiedättekö tarkoittaa tarkoitetaan
    mieluummin mieluiten reilusti niukasti hetkellä parhaillaan hänet häneltä häneen heidät muassa mukana myötä
    saakka lähtien alkaen vuoksi johdosta puolesta varten keskuudessa joukossa parhaiten olevat oleva olevan olevia
    olevien välillä välisiä välisten väliset välinen välisen kuten jolloin toisaalta yhtä kaiken itsestään
    aivan kovin liian ainoastaan pelkästään edes jopa lähes melkein tuskin ikinä koskaan usein harvoin silloin
    tällöin muualla muuten muutoin samalla suhteen osalta ansiosta avulla mukaisesti perusteella tuolta täältä
    sanotussa tyyppisiä selkeästi vahvasti yhteen omaa omaan omaansa omiin useamman puolestaan keneltäkään ketään
    missään minnekään kenenkään kummankin molempien niinkin sellaista sellaiset tällainen tällaista tällaiset
    tuollainen semmoinen oikeasti asiassa kuulunut kuulemma jahka mukaisen enää yhä mennessä`,
  sv: `ack gärna konkreta konkret konkreta försöker riktigt funderar fundera aldrig all alla allt alltid allting alltså andra att av bara behöver behövs berätta bli blir blev både bör
    börja dag de dem den denna dennes dess dessa det detta dig din dina dit ditt du där därför då efter eftersom
    eller en ens er era ert ett fast finns finnas fanns flera fler flest fortfarande från får få fick för före först förklara
    genom ge ger ganska gör göra går gå göra ha hade han hans har hej hejsan hela helst hellre hen henne hennes hit hjälp
    honom hos hur huruvida här i ibland icke ifall igen illa in inga ingen inget ingenting inne inom inte inuti
    ja jag jo ju kan kanske kom komma kommer kring kunde kunna kunnat kolla lite lista långt lär man med medan mellan
    men mer mera mest mig min mina mindre minst mitt mot mycket många måste ned nej ner ni nog när nu något
    någon några nånting nämn och också ofta okej om omkring oss på per precis redan reda rätt samma samt sade sedan
    sen ses sig sin sina sitt själv själva ska skall skulle som snarare snart snälla snälla sådan sådana sådant säg
    säga säger så tack ta tar till tills trots typ under undrar upp ur ut utan utanför utav vad vara varandra varför
    varifrån varit varje vars vart varken var vem vems vet veta vid vidare vi vilka vilken vilket vill vilja visa visst väl
    vår våra vårt vore åt även än ändå är ärade över beskriv betyder menas innebär heter hette kallas hitta ungefär
    egentligen faktiskt verkligen vanligtvis vanligen oftast normalt främst huvudsakligen exakt precis cirka
    kanhända möjligen troligen antagligen sannolikt någonstans någonsin senare tidigare nyligen strax redan förut
    istället dessutom förutom via olika viss vissa särskild respektive tillsammans isär längs bland trots ifall
    såvida därmed således alltså ändock hursomhelst
    namnge namn heter definiera undrar nyfiken intresserad intresserar höra hört läst läsa skriver skriva skrev
    vet visste tror tänker tycker verkar tycks blivit kommit kommer sätta satte tar tog tagit
    göra gjorde håller hålla håll lämna lämnar vända använda försöka liten
    student journalist folk bra dålig bäst bättre rätt fel fin saker sak ting fall punkt kort snabbt enkelt
    engelska finska svenska undrade
    tror tänkte dagar dag ännu ingår ingå innehåller omfattar händer hände sker görs gjorts idag numera nuförtiden gällande angående beträffande enligt kunnat sökes söker finnes ange lista
    egen eget egna runt just ensam ensamt ensamma härifrån därifrån sånt sån såna fram framåt emot innan tillbaka
    bakom längre alldeles endast enbart nästan knappt sällan annars därtill härmed rörande någonting nån nåt dom dens
    vilkas vilkens hurdan hurdana hurudan bägge båda ömsom tvärtom möjligtvis förstås givetvis naturligtvis plötsligt
    tämligen ytterst samtliga varannan varmed varpå varav däri därav häri ute uppe nere hemma borta egentlig verklig
    sådär liksom ihop bortom framför intill inklusive exklusive utöver innanför ovanför nedanför`,
};

const SETS: Record<Language, ReadonlySet<string>> = {
  en: new Set(LISTS.en.split(/\s+/)),
  fi: new Set(LISTS.fi.split(/\s+/)),
  sv: new Set(LISTS.sv.split(/\s+/)),
};

/** Finnish enclitics and question particles that may hang on a function word ("onkohan", "mitenkä"). */
const FINNISH_PARTICLES = /(?:ko|kö|kaan|kään|kin|han|hän|pa|pä)$/;

/**
 * Tells whether a word carries no topic of its own in a language.
 *
 * @param word One lower-case word.
 * @param language Language in whose list it is looked up.
 */
export function isFunctionWord(word: string, language: Language): boolean {
  const list = SETS[language];
  if (list.has(word)) return true;
  return language === "fi" && word.length > 4 && list.has(word.replace(FINNISH_PARTICLES, ""));
}

/** Languages in whose lists of function words a lower-case word stands. */
export function languagesOfFunctionWord(word: string): Language[] {
  return (["fi", "sv", "en"] as const).filter((language) => isFunctionWord(word, language));
}
