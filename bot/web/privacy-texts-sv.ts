import type { PrivacyFacts, PrivacySection, PrivacyTexts } from "./privacy-texts-shape.ts";

const YOUR_DATA: PrivacySection = {
  heading: "Ladda ner eller radera dina uppgifter",
  paragraphs: [
    "”Ladda ner konversationen” sparar hela konversationen med källor som en textfil på din enhet.",
    "”Radera mina uppgifter” raderar genast den pågående konversationen från servern, liksom återkoppling, bevakningar och det du har skickat till en människa. Samma sak händer om du skriver ”radera mina uppgifter” i chatten, också i Teams. Det går inte att ångra. Om fliken redan är stängd raderas konversationen inom tiden ovan.",
  ],
};

const DESK_STORES = [
  "För statistiken noteras när, på vilket språk och om vilket ämne något frågades och om det fanns ett svar. Om en fråga inte fick ett bra svar sparas också dess ord, utan e-postadresser och telefonnummer, så att en människa kan skriva svaret.",
  "Om du skickar en fråga till en människa ser koordinatorn det som formuläret visar dig innan du skickar. Bevakningar, sidoströmmar som du publicerar och önskemål om kontakt sparas tills de avslutas.",
];

/** Writes the privacy page in Swedish. */
export function swedishPrivacyTexts(facts: PrivacyFacts): PrivacyTexts {
  const { retentionDays, hasSignIn, desk } = facts;
  return {
    title: "Dataskydd",
    back: "Tillbaka till chatten",
    sections: [
      whoAnswers(facts),
      {
        heading: "Vad som sparas",
        paragraphs: [
          "Vi sparar dina frågor, svaren på dem och vad samtalet har handlat om, så att konversationen kan fortsätta.",
          "Om du ger återkoppling sparar vi tummen och det du skriver, så att den som driver tjänsten kan förbättra svaren.",
          ...(desk === undefined ? [] : DESK_STORES),
          "Vi frågar inte efter ditt namn. Skriv inte personuppgifter eller affärshemligheter i chatten eller återkopplingen.",
        ],
      },
      {
        heading: "Hur länge",
        paragraphs: [
          `En konversation raderas ${days(retentionDays)} efter det sista meddelandet.`,
          ...(desk === undefined
            ? []
            : [
                `Orden i frågor som inte fick ett bra svar raderas efter ${days(desk.questionDays)}, en fråga till en människa ${days(desk.ticketDays)} efter att den avslutats.`,
              ]),
        ],
      },
      YOUR_DATA,
      { heading: "Vem du är", paragraphs: whoYouAre(hasSignIn) },
      {
        heading: "Chatten på en annan webbplats",
        paragraphs: [
          "Chatten kan vara inbäddad på en annan organisations webbplats. Även då går dina meddelanden direkt till den här servern, och webbplatsen ser dem inte. För webbplatsen i övrigt gäller dess egen dataskyddsinformation.",
        ],
      },
      {
        heading: "I din webbläsare",
        paragraphs: [
          `Sidan hämtar ingenting från andra servrar. ${hasSignIn ? "Inga kakor används om du inte loggar in; då används en tillfällig kaka under inloggningen och sedan en sessionskaka, som försvinner när du loggar ut" : "Inga kakor används"}.`,
          "Webbläsaren minns vilket språk du har valt och, tills du stänger fliken, koden för den pågående konversationen och vem den inleddes för (rollen och den beteckning som webbplatsen eventuellt har gett).",
        ],
      },
    ],
  };
}

function whoAnswers({ usesChatModel, usesEmbeddingModel = false }: PrivacyFacts): PrivacySection {
  return {
    heading: "Det är en AI som svarar",
    paragraphs: [
      "Sivuvirta är en AI-assistent, inte en människa. Den svarar utifrån källor och visar dem, men kan ändå ha fel. Kontrollera källan innan du fattar beslut.",
      usesChatModel
        ? "En språkmodell används för att formulera svaren. Din fråga, det som nyss har sagts i konversationen och de ställen som har hittats i källorna skickas då till modellens leverantör."
        : usesEmbeddingModel
          ? "Svaren tas fram på den här servern. För att hitta rätt ställen skickas din fråga till en extern språkmodell, som omvandlar den till tal."
          : "Svaren tas fram på den här servern. Dina frågor skickas inte till någon extern språkmodell.",
    ],
  };
}

function whoYouAre(hasSignIn = false): string[] {
  return [
    hasSignIn
      ? "Du kan använda tjänsten utan att logga in. Om du loggar in läser vi bara din roll (medlem eller koordinator) ur inloggningen. För koordinatorer läser vi också namn och användar-id, eftersom loggen över vad som görs vid koordinatorns skrivbord visar vem som har gjort vad."
      : "Du behöver varken uppge namn eller logga in.",
    "Om du är inloggad på en webbplats där chatten är inbäddad kan webbplatsen meddela oss din roll.",
    "Rollen följer signerad med i konversationens kod och avgör vilka uppgifter du får se. Varken namn eller e-postadress sparas med konversationen.",
  ];
}

function days(count: number): string {
  return count === 1 ? "1 dag" : `${count} dagar`;
}
