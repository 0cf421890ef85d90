import type { ManifestTexts } from "./manifest-texts-shape.ts";

/** The package in Swedish. */
export const TEXTS_SV: ManifestTexts = {
  fullName: (name) => `${name} – assistent för cirkulär ekonomi i ekoindustriparker`,
  shortDescription: "Svar om ekoindustriparker och sidoströmmar, med källor",
  fullDescription: (
    name,
  ) => `${name} är en AI-assistent som svarar på frågor om ekoindustriparker och industrins sidoströmmar. Vid varje svar ser du vilka källor det bygger på och från vilket år uppgifterna är. Om svaret inte finns i källorna säger assistenten det rakt ut och berättar vem du kan fråga.

Du kan till exempel fråga

- vilka sidoströmmar som uppstår i en park, hur mycket och hos vem
- vilken bransch eller vilket företag som kan ta emot en sidoström, och vad som kan stå i vägen
- i vilken park ett företag borde etablera sig
- vem man kan kontakta.

Fråga i din egen chatt med assistenten, eller nämn ${name} i en gruppchatt eller kanal. När du skriver ett meddelande kan du söka fram en sidoström, ett företag, en park eller en vanlig fråga och lägga in den som ett kort.

Du kan skriva på svenska, finska eller engelska. AI kan ha fel, så kontrollera källan innan du fattar beslut. Svar om avfall och biprodukter är vägledande, inte juridisk rådgivning.`,
  starters: {
    streams: {
      title: "Vilka sidoströmmar finns i Kemi?",
      description: "Sidoströmmarna i en tabell: producent, plats, mängd och år",
      question: "Vilka sidoströmmar på över 10 000 ton om året uppstår i Kemi-Torneå?",
    },
    takers: {
      title: "Vem kan använda flygaska?",
      description: "Branscher och företag som kan ta emot sidoströmmen, med motivering",
      question: "Vem kan ta emot 22 000 ton flygaska om året från Kemi?",
    },
    locations: {
      title: "Vilka parker har ånga?",
      description: "Parkerna ordnade efter hur väl de motsvarar företagets behov",
      question: "Vi behöver 2 hektar tomtmark, ånga och avloppsrening. Vilken park passar oss?",
    },
    inputs: {
      title: "Var får vi slagg till betong?",
      description: "Sidoströmmar som kan duga som råvara för företaget",
      question: "Vi tillverkar betongprodukter. Vilka sidoströmmar kan vi använda som råvara?",
    },
    waste: {
      title: "När är en biprodukt avfall?",
      description: "Vägledning om avfall och biprodukter",
      question: "När är en biprodukt avfall?",
    },
    founding: {
      title: "Hur grundar man en ekopark?",
      description: "Stegen för att grunda en ekoindustripark",
      question: "Hur grundar man en ekoindustripark?",
    },
    contact: {
      title: "Vem är kontaktperson i Karleby?",
      description: "Parkens kontaktperson och kontaktuppgifter",
      question: "Vem är kontaktperson för Karleby storindustriområde?",
    },
    help: {
      title: "Vad kan du göra?",
      description: "Vilka ämnen du kan fråga om",
      question: "Vad kan du göra?",
    },
  },
  searchField: "Sökord",
  searches: {
    searchStreams: {
      title: "Sidoströmmar",
      description: "Sök fram en sidoström och lägg in den i meddelandet som ett kort",
      hint: "Ämne, producent, park eller ort",
    },
    searchCompanies: {
      title: "Företag",
      description: "Sök fram ett företag och lägg in det i meddelandet som ett kort",
      hint: "Företagets namn, bransch, park eller ort",
    },
    searchParks: {
      title: "Parker",
      description: "Sök fram en ekoindustripark och lägg in den i meddelandet som ett kort",
      hint: "Parkens namn, ort eller en tjänst, till exempel ånga",
    },
    searchFaq: {
      title: "Vanliga frågor",
      description: "Sök fram svaret på en vanlig fråga och lägg in det i meddelandet som ett kort",
      hint: "Ord ur frågan",
    },
  },
};
