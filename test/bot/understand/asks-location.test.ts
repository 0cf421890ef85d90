import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { findNamedParks } from "../../../bot/skills/locations/compared-parks.ts";
import { asksLocation, mayAskLocation } from "../../../bot/understand/asks-location.ts";
import { readNeeds } from "../../../bot/understand/read-needs.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { openOwnKnowledge, questionOf } from "../../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

function ask(language: Language, text: string) {
  const question = questionOf(text, { language, view });
  const parks = findNamedParks(question, { view, reader: "public" }).map(({ id }) => id);
  return mayAskLocation(text)
    ? asksLocation(question, { needs: readNeeds(question, view), parks })
    : undefined;
}

describe("asksLocation()", () => {
  it.each<[Language, string]>([
    ["en", "We need steam and a port. Where should we locate?"],
    ["en", "Which site has at least 400 MW of steam?"],
    ["en", "I need 60 hectares next to a steel mill"],
    ["en", "Looking for an office and a lab near Turku"],
    ["en", "Where should a biochar plant go?"],
    ["en", "Where should we put our new biochar plant?"],
    ["fi", "Minne biohiililaitos?"],
    ["fi", "Haluan ostaa tontin"],
    ["sv", "Var ska en biokolsfabrik ligga?"],
    ["sv", "Jag vill köpa en tomt i Åbo"],
    ["fi", "Tarvitsemme höyryä ja sataman, mihin kannattaisi sijoittua?"],
    ["fi", "Etsimme tyhjää hallia ja kaukolämpöä Merilapista"],
    ["fi", "Tarvitsemme 50 hehtaaria kaavoitettua maata. Minne?"],
    ["sv", "Vi behöver ånga och hamn, vilken park passar?"],
    ["sv", "Vi söker en tomt med järnväg"],
    ["sv", "Var finns en fabriksbrandkår, ånga och svavelsyra?"],
  ])("knows a question for a place in %s: %s", (language, text) => {
    expect(ask(language, text)).toBe("advice");
  });

  it.each<[Language, string]>([
    ["en", "A place for making pellets with an electrified railway right there"],
    ["en", "Hydrogen and oxygen by pipe, steam next door. Which parks?"],
    ["en", "Old refinery with tanks and its own port, is there such a site?"],
    ["fi", "Alue, jossa valimohiekkaa on kokeiltu kenttärakenteissa"],
    ["fi", "Vetylaitos, 40 ha, terästehdas naapurina ja LNG vieressä"],
    ["fi", "Muurahaishapon jatkojalostus, happi ja typpi putkesta"],
    ["sv", "Park med granulering av aska och biogasanläggning"],
    ["sv", "Polyeten från granntomten och 100 MW ånga till en plastfabrik"],
    ["sv", "Svavelsyra, flera vattenkvaliteter och rörbryggor för en kemisk fabrik, tack"],
  ])("takes a place that is described for one that is sought in %s: %s", (language, text) => {
    expect(ask(language, text)).toBe("advice");
  });

  it.each<[Language, string]>([
    ["en", "Does Kokkola have a port?"],
    ["en", "Which of the eco-industrial parks has a swimming hall for its employees?"],
    ["en", "Which shipping lines call at the port of Kokkola?"],
    ["en", "Road contractor looking for slag or crushed rock instead of gravel"],
    ["en", "We run a fish farm on land and look for low-temperature heat and oxygen"],
    ["fi", "Minne Turun Kakolanmäen puhdistamon liete viedään?"],
    ["fi", "rautapitoinen saostussakka vesilaitokselta, minne?"],
    ["sv", "Vart går slammet från Kakolabackens reningsverk i Åbo?"],
    ["sv", "Fiskodling på land söker spillvärme och syre"],
    ["sv", "Slaktblod, 3 t per dag, kyls på plats. Möjliga mottagare?"],
  ])("leaves facts and searches for streams to others in %s: %s", (language, text) => {
    expect(ask(language, text)).toBeUndefined();
  });

  it.each<[Language, string]>([
    ["en", "Where should we locate?"],
    ["fi", "Mihin meidän kannattaisi sijoittua?"],
    ["sv", "Var bör vi etablera oss?"],
  ])("knows in %s that nothing is told yet", (language, text) => {
    expect(ask(language, text)).toBe("bare");
  });

  it.each<[Language, string]>([
    ["en", "Compare Kokkola and Kemi-Tornio for a plant that needs a port"],
    ["en", "Compare Kokkola and Kemi-Tornio"],
    ["fi", "Vertaa Kokkolaa ja Kemi-Torniota: rikkihappo ja satama"],
    ["fi", "Kumpi sopisi meluisalle toiminnalle, Lounapuisto vai Topinpuisto?"],
    ["sv", "Jämför Karleby och Kemi-Torneå för en fabrik som behöver hamn"],
    ["sv", "Vilken är bättre för en kemifabrik med ånga, Takalaanila eller Kilpilax?"],
  ])("knows a comparison in %s: %s", (language, text) => {
    expect(ask(language, text)).toBe("comparison");
  });

  it.each<[Language, string]>([
    ["en", "What does Kilpilahti offer?"],
    ["en", "Does Kokkola have a port?"],
    ["en", "Which parks have a port?"],
    ["en", "Who could use our fly ash?"],
    ["en", "Which companies need steam in Kokkola?"],
    ["en", "Where does fly ash arise?"],
    ["en", "Compare the number of employees in Kokkola and Kilpilahti"],
    ["en", "We are planning a new eco-industrial park. How much land is needed?"],
    ["fi", "Mitä puistoja Lapissa on?"],
    ["fi", "Onko Kokkolan puiston lähellä satamaa? Tarvitsisimme laivakuljetuksia."],
    ["fi", "Vertaa Kokkolan ja Kemi-Tornion kuonamääriä"],
    ["fi", "Mistä ekoteollisuuspuiston perustaminen kannattaa aloittaa?"],
    ["sv", "Vilka parker har fjärrvärme?"],
    ["sv", "Vem kan ta emot vassle från vårt mejeri?"],
    ["sv", "Vad är det P2X Solutions bygger i Harjavalta?"],
    ["sv", "Vilken park är inriktad på petrokemi?"],
  ])("leaves other questions to others in %s: %s", (language, text) => {
    expect(ask(language, text)).toBeUndefined();
  });
});
