import type { Language } from "../../knowledge/languages.ts";

/** A question of the start panel; pressing the button sends it word for word. */
export interface SampleQuestion {
  /** Who typically asks this. */
  asker: string;
  question: string;
}

/** Every word of the chat page in one language; the words inside the chat are Web Chat's and the bot's own. */
export interface PageTexts {
  /** Tag for Web Chat and dates. */
  locale: string;
  /** The language's name in itself. */
  languageName: string;
  title: string;
  /** One sentence: what this is. */
  tagline: string;
  /** Spoken name of the group of language buttons. */
  languages: string;
  samplesHeading: string;
  samples: readonly SampleQuestion[];
  /** Tells that a machine answers and that its sources can be checked. */
  aiNotice: string;
  newConversation: string;
  privacy: string;
  /** Spoken name of the chat region. */
  chat: string;
  connecting: string;
  unavailable: string;
  noScript: string;
  /** The connection could not be made; stands beside {@link retry}. */
  failed: string;
  retry: string;
  /** The server has ended the conversation and a new one is open. */
  startedAnew: string;
  /** The page slept too long to go on; stands beside {@link newConversation}. */
  paused: string;
}

/** The words of the chat page. The sample questions are the same three tasks in each language. */
export const PAGE_TEXTS: Record<Language, PageTexts> = {
  fi: {
    locale: "fi-FI",
    languageName: "Suomi",
    title: "Sivuvirta – ekoteollisuuspuistojen avustaja",
    tagline: "Kysy sivuvirroista, kumppaneista ja sijoittumisesta ekoteollisuuspuistoihin.",
    languages: "Kieli",
    samplesHeading: "Kysy esimerkiksi",
    samples: [
      {
        asker: "Yrityksen perustaja",
        question:
          "Jalostamme kalanperkeistä rehua ja tarvitsemme 2 hehtaaria, höyryä ja jätevedenpuhdistuksen. Mihin puistoon meidän kannattaisi sijoittua?",
      },
      { asker: "Yrityksen työntekijä", question: "Mitä sivuvirtoja Kemi-Tornion alueella syntyy?" },
      { asker: "Puiston koordinaattori", question: "Kuinka monta jäsentä KIP-yhdistyksessä on?" },
    ],
    aiNotice: "Sinulle vastaa tekoäly. Tarkista lähteet numeroista [1].",
    newConversation: "Uusi keskustelu",
    privacy: "Tietosuoja",
    chat: "Keskustelu",
    connecting: "Avataan keskustelua…",
    unavailable: "Keskustelu ei ole vielä käytettävissä. Sivu yrittää hetken kuluttua uudelleen.",
    noScript: "Keskustelu vaatii JavaScriptin. Ota se käyttöön selaimen asetuksissa.",
    failed: "Yhteyden muodostaminen ei onnistunut.",
    retry: "Yritä uudelleen",
    startedAnew: "Edellinen keskustelu oli päättynyt, joten tämä on uusi.",
    paused: "Keskustelu päättyi tauon aikana.",
  },
  sv: {
    locale: "sv-SE",
    languageName: "Svenska",
    title: "Sivuvirta – assistent för ekoindustriparker",
    tagline: "Assistent för sidoströmmar, partner och etablering i ekoindustriparker.",
    languages: "Språk",
    samplesHeading: "Fråga till exempel",
    samples: [
      {
        asker: "Grundare av ett företag",
        question:
          "Vi förädlar fiskrens till foder och behöver 2 hektar, ånga och avloppsrening. Var bör vi etablera oss?",
      },
      { asker: "Anställd i ett företag", question: "Vilka sidoströmmar uppstår i Kemi-Torneå?" },
      { asker: "Koordinator för en park", question: "Hur många medlemmar har KIP-föreningen?" },
    ],
    aiNotice: "Det är en AI som svarar. Kontrollera källorna via siffrorna [1].",
    newConversation: "Ny konversation",
    privacy: "Dataskydd",
    chat: "Konversation",
    connecting: "Öppnar konversationen…",
    unavailable: "Chatten är inte tillgänglig ännu. Sidan försöker igen om en stund.",
    noScript: "Chatten kräver JavaScript. Aktivera det i webbläsarens inställningar.",
    failed: "Det gick inte att ansluta.",
    retry: "Försök igen",
    startedAnew: "Den förra konversationen var avslutad, så det här är en ny.",
    paused: "Konversationen avslutades under pausen.",
  },
  en: {
    locale: "en-US",
    languageName: "English",
    title: "Sivuvirta – assistant for eco-industrial parks",
    tagline: "Assistant for side streams, partners and locations in eco-industrial parks.",
    languages: "Language",
    samplesHeading: "You could ask",
    samples: [
      {
        asker: "Founder of a company",
        question:
          "We turn fish offal into feed and need 2 ha, steam and waste-water treatment. Where should we locate?",
      },
      { asker: "Company staff", question: "Which side streams arise in Kemi-Tornio?" },
      { asker: "Park coordinator", question: "How many members does the KIP Association have?" },
    ],
    aiNotice: "An AI answers you. Check the sources behind the numbers [1].",
    newConversation: "New conversation",
    privacy: "Privacy",
    chat: "Conversation",
    connecting: "Opening the conversation…",
    unavailable: "The chat is not available yet. This page tries again in a moment.",
    noScript: "The chat needs JavaScript. Please allow it in the settings of your browser.",
    failed: "No connection.",
    retry: "Try again",
    startedAnew: "The earlier conversation had ended, so this is a new one.",
    paused: "The conversation ended during the pause.",
  },
};
