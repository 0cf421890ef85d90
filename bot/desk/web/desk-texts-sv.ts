import type { DeskTexts } from "./desk-texts-shape.ts";

/** The desk in Swedish. */
export const SWEDISH_DESK_TEXTS: DeskTexts = {
  desk: "Koordinatorns skrivbord",
  skip: "Hoppa till innehållet",
  sections: "Skrivbordets delar",
  home: "Startsida",
  homeIntro: "Vad som väntar på dig och var du hittar det.",
  waiting: (count) => `${count} väntar`,
  nothingWaiting: "Inget väntar",
  signedIn: (name) => `Inloggad: ${name}`,
  thisMachine: "på den här datorn",
  unnamed: "koordinator",
  signOut: "Logga ut",
  chat: "Chatt",
  signedOut: {
    title: "Du har loggat ut",
    advice: "Om du vill komma tillbaka startar du om boten: då skriver den ut en ny länk.",
  },
  problems: {
    closed: {
      title: "Skrivbordet är inte öppet för dig",
      advice:
        "Öppna det med länken som boten skrev ut när den startade. Länken fungerar en gång, inom 15 minuter; starta om boten för att få en ny. Om fler ska arbeta här, ta i bruk inloggning med OpenID Connect.",
    },
    shut: {
      title: "Här kan ingen logga in ännu",
      advice:
        "Skrivbordet öppnas när inloggning med OpenID Connect har tagits i bruk och någon har rollen koordinator. Fråga den som driver tjänsten.",
    },
    notCoordinator: {
      title: "Skrivbordet är för koordinatorer",
      advice:
        "Du är inloggad, men inte som koordinator. Om du borde vara det, be den som driver tjänsten om rollen och logga sedan ut och in igen.",
    },
    usedLink: {
      title: "Länken fungerar inte längre",
      advice:
        "Länken fungerar en gång, inom 15 minuter från att boten startade, och bara precis som den skrevs ut. Starta om boten för att få en ny.",
    },
    elsewhere: {
      title: "Länken fungerar bara på botens egen dator",
      advice:
        "Öppna länken i en webbläsare på datorn där boten körs, precis som den skrevs ut. Om andra ska arbeta här, ta i bruk inloggning med OpenID Connect.",
    },
    missing: {
      title: "Sidan hittades inte",
      advice:
        "Det finns ingenting på den här adressen. Sidan kan ha tagits bort. Gå tillbaka eller välj en del ovan.",
    },
    method: {
      title: "Adressen fungerar inte så",
      advice: "Gå till sidan där du började och använd knapparna på den.",
    },
    large: {
      title: "Texten var för lång",
      advice: "Ett formulär rymmer ungefär 60 000 tecken. Gå tillbaka och korta texten.",
    },
    unreadable: {
      title: "Formuläret kunde inte läsas",
      advice: "Gå tillbaka till sidan, ladda om den och skicka formuläret därifrån.",
    },
    foreign: {
      title: "Formuläret skickades inte från den här sidan",
      advice: "För din säkerhet ändrades ingenting. Öppna skrivbordet och gör ändringen där.",
    },
    busy: {
      title: "För många anrop",
      advice: "Vänta en minut och ladda om sidan. Ingenting ändrades.",
    },
    failed: {
      title: "Något gick fel",
      advice: "Försök igen. Om det händer på nytt, uppge referensen nedan för den som driver tjänsten.",
    },
  },
  reference: "Referens",
  resend: {
    ended: {
      title: "Din inloggning har upphört",
      advice:
        "Ingenting har sparats ännu. Logga in igen på en ny flik, kom tillbaka till den här sidan och skicka på nytt. Det du skrev finns kvar nedan.",
    },
    renewed: {
      title: "Du har loggat in på nytt under tiden",
      advice: "Ingenting har sparats ännu. Kontrollera det du skrev och skicka det på nytt.",
    },
    signIn: "Logga in (öppnas på en ny flik)",
    send: "Skicka på nytt",
    written: "Det du skrev",
  },
};
