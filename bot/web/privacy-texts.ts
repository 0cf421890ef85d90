import type { Language } from "../../knowledge/languages.ts";

/** What the text depends on. */
export interface PrivacyFacts {
  /** Days after its last message when a conversation is deleted, at least 1. */
  retentionDays: number;
  /** Whether questions also go to a language model outside this server. */
  usesChatModel: boolean;
}

/** One heading and its paragraphs, plain text. */
export interface PrivacySection {
  heading: string;
  paragraphs: string[];
}

/** The privacy page in one language. */
export interface PrivacyTexts {
  title: string;
  back: string;
  sections: PrivacySection[];
}

/**
 * Writes the privacy page.
 *
 * @param language Language of the page.
 * @param facts What this installation does.
 * @returns Title, name of the way back, and sections: who answers, what is stored, how long, in your browser.
 */
export function privacyTexts(language: Language, facts: PrivacyFacts): PrivacyTexts {
  return { fi: finnish, sv: swedish, en: english }[language](facts);
}

function finnish({ retentionDays, usesChatModel }: PrivacyFacts): PrivacyTexts {
  return {
    title: "Tietosuoja",
    back: "Takaisin keskusteluun",
    sections: [
      {
        heading: "Sinulle vastaa tekoäly",
        paragraphs: [
          "Sivuvirta on tekoälyavustaja, ei ihminen. Se vastaa lähteiden perusteella ja näyttää ne, mutta se voi silti erehtyä. Tarkista lähde, ennen kuin teet päätöksiä.",
          usesChatModel
            ? "Vastausten muotoilussa käytetään kielimallia. Kysymyksesi ja lähteistä löytyneet kohdat lähetetään tätä varten kielimallin tarjoajalle."
            : "Vastaukset laaditaan tällä palvelimella. Kysymyksiäsi ei lähetetä ulkopuoliselle kielimallille.",
        ],
      },
      {
        heading: "Mitä tallennetaan",
        paragraphs: [
          "Tallennamme kysymyksesi, niihin annetut vastaukset ja antamasi palautteen (peukut), jotta keskustelu voi jatkua ja jotta palvelun ylläpitäjä voi parantaa vastauksia.",
          "Palvelun käyttö ei vaadi nimeä eikä käyttäjätunnusta. Älä kirjoita keskusteluun henkilötietoja tai liikesalaisuuksia.",
        ],
      },
      {
        heading: "Kuinka kauan",
        paragraphs: [`Keskustelu poistetaan ${retentionDays} päivän kuluttua sen viimeisestä viestistä.`],
      },
      {
        heading: "Selaimessasi",
        paragraphs: [
          "Sivu ei käytä evästeitä eikä lataa mitään muilta palvelimilta. Selain muistaa valitsemasi kielen ja, kunnes suljet välilehden, käynnissä olevan keskustelun tunnisteen.",
        ],
      },
    ],
  };
}

function swedish({ retentionDays, usesChatModel }: PrivacyFacts): PrivacyTexts {
  return {
    title: "Dataskydd",
    back: "Tillbaka till chatten",
    sections: [
      {
        heading: "Det är en AI som svarar",
        paragraphs: [
          "Sivuvirta är en AI-assistent, inte en människa. Den svarar utifrån källor och visar dem, men kan ändå ha fel. Kontrollera källan innan du fattar beslut.",
          usesChatModel
            ? "En språkmodell används för att formulera svaren. Din fråga och de ställen som har hittats i källorna skickas då till modellens leverantör."
            : "Svaren tas fram på den här servern. Dina frågor skickas inte till någon extern språkmodell.",
        ],
      },
      {
        heading: "Vad som sparas",
        paragraphs: [
          "Vi sparar dina frågor, svaren på dem och den återkoppling du ger (tummarna), så att konversationen kan fortsätta och så att den som driver tjänsten kan förbättra svaren.",
          "Du behöver varken uppge namn eller logga in. Skriv inte personuppgifter eller affärshemligheter i chatten.",
        ],
      },
      {
        heading: "Hur länge",
        paragraphs: [
          `En konversation raderas ${days(retentionDays, ["dag", "dagar"])} efter det sista meddelandet.`,
        ],
      },
      {
        heading: "I din webbläsare",
        paragraphs: [
          "Sidan använder inga kakor och hämtar ingenting från andra servrar. Webbläsaren minns vilket språk du har valt och, tills du stänger fliken, koden för den pågående konversationen.",
        ],
      },
    ],
  };
}

function english({ retentionDays, usesChatModel }: PrivacyFacts): PrivacyTexts {
  return {
    title: "Privacy",
    back: "Back to the chat",
    sections: [
      {
        heading: "An AI answers you",
        paragraphs: [
          "Sivuvirta is an AI assistant, not a person. It answers from sources and shows them, but it can still be wrong. Check the source before you decide.",
          usesChatModel
            ? "A language model helps to word the answers. For this, your question and the passages found in the sources are sent to the provider of the model."
            : "The answers are made on this server. Your questions are not sent to any outside language model.",
        ],
      },
      {
        heading: "What is stored",
        paragraphs: [
          "We store your questions, the answers to them and the feedback you give (the thumbs), so that the conversation can go on and whoever runs the service can improve the answers.",
          "You need no name and no account. Please write no personal data or trade secrets into the chat.",
        ],
      },
      {
        heading: "For how long",
        paragraphs: [
          `A conversation is deleted ${days(retentionDays, ["day", "days"])} after its last message.`,
        ],
      },
      {
        heading: "In your browser",
        paragraphs: [
          "The page uses no cookies and loads nothing from other servers. Your browser remembers the language you chose and, until you close the tab, the key of the running conversation.",
        ],
      },
    ],
  };
}

function days(count: number, [one, many]: [one: string, many: string]): string {
  return `${count} ${count === 1 ? one : many}`;
}
