import type { Language } from "../../knowledge/languages.ts";
import type { SignInProblem } from "./sign-in-problem.ts";

/** A heading, and what happened and what to do. */
export interface PageWords {
  title: string;
  advice: string;
}

/** Words of the pages of the sign-in. */
export interface SignInTexts {
  problems: Record<SignInProblem, PageWords>;
  /** Before the id under which the log tells more. */
  reference: string;
  again: string;
  signedOut: PageWords;
  /** Offered after signing out. */
  signOutOfProvider: string;
  confirm: PageWords;
  /** On the button. */
  signOut: string;
}

/** The words in the three languages. */
export const SIGN_IN_TEXTS: Record<Language, SignInTexts> = {
  fi: {
    problems: {
      denied: {
        title: "Kirjautuminen keskeytyi",
        advice:
          "Peruutit kirjautumisen, tai kirjautumispalvelu ei päästänyt sinua sisään. Voit yrittää uudelleen tai jatkaa kirjautumatta. Jos sinulla pitäisi olla käyttöoikeus, ota yhteyttä puiston koordinaattoriin.",
      },
      stale: {
        title: "Kirjautuminen vanheni kesken",
        advice:
          "Kirjautuminen on tehtävä loppuun kymmenessä minuutissa samassa selaimessa ja samalla välilehdellä. Aloita alusta.",
      },
      unavailable: {
        title: "Kirjautumispalvelu ei vastaa",
        advice:
          "Häiriö on todennäköisesti ohimenevä. Yritä muutaman minuutin kuluttua uudelleen. Keskustelua voit käyttää sillä välin kirjautumatta.",
      },
      clock: {
        title: "Kirjautumista ei voitu vahvistaa",
        advice:
          "Kirjautumispalvelun ja tämän palvelun kellot eivät käy samaa aikaa. Yritä uudelleen. Jos sama toistuu, ilmoita alla oleva viite palvelun ylläpitäjälle.",
      },
      busy: {
        title: "Liian monta yritystä",
        advice:
          "Verkostasi on tullut lyhyessä ajassa paljon kirjautumisyrityksiä. Odota minuutti ja yritä uudelleen.",
      },
      failed: {
        title: "Kirjautuminen ei onnistunut",
        advice:
          "Kirjautumispalvelun vastausta ei voitu hyväksyä. Yritä uudelleen. Jos sama toistuu, ilmoita alla oleva viite palvelun ylläpitäjälle.",
      },
    },
    reference: "Viite",
    again: "Kirjaudu uudelleen",
    signedOut: {
      title: "Olet kirjautunut ulos",
      advice:
        "Kirjautumisesi tähän palveluun on päättynyt ja keskustelu poistettu selaimestasi. Kirjautumispalvelussa voit olla yhä sisällä.",
    },
    signOutOfProvider: "Kirjaudu ulos myös kirjautumispalvelusta",
    confirm: {
      title: "Kirjaudutaanko ulos?",
      advice: "Vahvista, että haluat kirjautua ulos Sivuvirrasta.",
    },
    signOut: "Kirjaudu ulos",
  },
  sv: {
    problems: {
      denied: {
        title: "Inloggningen avbröts",
        advice:
          "Du avbröt inloggningen, eller så släppte inloggningstjänsten inte in dig. Du kan försöka igen eller fortsätta utan att logga in. Om du borde ha tillgång, kontakta parkens koordinator.",
      },
      stale: {
        title: "Inloggningen tog för lång tid",
        advice:
          "Inloggningen måste göras klar inom tio minuter i samma webbläsare och på samma flik. Börja om från början.",
      },
      unavailable: {
        title: "Inloggningstjänsten svarar inte",
        advice:
          "Störningen är sannolikt tillfällig. Försök igen om några minuter. Under tiden kan du använda chatten utan att logga in.",
      },
      clock: {
        title: "Inloggningen kunde inte bekräftas",
        advice:
          "Klockorna i inloggningstjänsten och i den här tjänsten går inte lika. Försök igen. Om det händer på nytt, uppge referensen nedan för den som driver tjänsten.",
      },
      busy: {
        title: "För många försök",
        advice:
          "Det har kommit många inloggningsförsök från ditt nätverk på kort tid. Vänta en minut och försök igen.",
      },
      failed: {
        title: "Inloggningen misslyckades",
        advice:
          "Svaret från inloggningstjänsten kunde inte godkännas. Försök igen. Om det händer på nytt, uppge referensen nedan för den som driver tjänsten.",
      },
    },
    reference: "Referens",
    again: "Logga in på nytt",
    signedOut: {
      title: "Du har loggat ut",
      advice:
        "Du är inte längre inloggad här, och konversationen har tagits bort ur din webbläsare. Hos inloggningstjänsten kan du fortfarande vara inloggad.",
    },
    signOutOfProvider: "Logga ut även från inloggningstjänsten",
    confirm: {
      title: "Vill du logga ut?",
      advice: "Bekräfta att du vill logga ut från Sivuvirta.",
    },
    signOut: "Logga ut",
  },
  en: {
    problems: {
      denied: {
        title: "The sign-in was stopped",
        advice:
          "You cancelled, or the sign-in service did not let you in. You can try again, or go on without signing in. If you should have access, contact the coordinator of your park.",
      },
      stale: {
        title: "The sign-in took too long",
        advice:
          "It must be finished within ten minutes, in the same browser and the same tab. Please start again.",
      },
      unavailable: {
        title: "The sign-in service does not answer",
        advice:
          "This will probably pass. Try again in a few minutes. Until then you can use the chat without signing in.",
      },
      clock: {
        title: "The sign-in could not be confirmed",
        advice:
          "The clocks of the sign-in service and of this service do not agree. Try again. If it happens again, give the reference below to whoever runs this service.",
      },
      busy: {
        title: "Too many attempts",
        advice:
          "Many attempts to sign in have come from your network in a short time. Wait a minute, then try again.",
      },
      failed: {
        title: "The sign-in failed",
        advice:
          "The answer of the sign-in service could not be accepted. Try again. If it happens again, give the reference below to whoever runs this service.",
      },
    },
    reference: "Reference",
    again: "Sign in again",
    signedOut: {
      title: "You have signed out",
      advice:
        "You are no longer signed in here, and the conversation has been removed from your browser. You may still be signed in at the sign-in service.",
    },
    signOutOfProvider: "Sign out of the sign-in service too",
    confirm: {
      title: "Sign out?",
      advice: "Please confirm that you want to sign out of Sivuvirta.",
    },
    signOut: "Sign out",
  },
};
