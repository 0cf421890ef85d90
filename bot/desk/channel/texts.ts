import type { Language } from "../../../knowledge/languages.ts";

/** What is said about the coordinators' channel. */
interface ChannelTexts {
  bound: string;
  unbound: string;
  notBound: string;
  notAllowed: string;
  notShared: string;
}

export const CHANNEL_TEXTS: Record<Language, ChannelTexts> = {
  fi: {
    bound:
      "Selvä. Uudet yhteydenotot, jäsenten ilmoittamat sivuvirrat ja tarpeet sekä yhteyspyynnöt tulevat tästä lähtien tähän kanavaan. Kaikki kanavan jäsenet näkevät ne. Lopetat sanomalla: **lopeta työpöytä tässä**.",
    unbound: "Selvä. Tähän kanavaan ei enää tule uusia pyyntöjä. Ne näkyvät työpöydällä.",
    notBound: "Työpöydän pyynnöt eivät tule tähän kanavaan.",
    notAllowed: "Vain koordinaattori voi valita kanavan, johon työpöydän pyynnöt tulevat.",
    notShared: "Sano tämä siinä tiimin kanavassa tai ryhmässä, johon pyyntöjen pitää tulla.",
  },
  sv: {
    bound:
      "Klart. Nya ärenden, sidoströmmar och behov som medlemmar anmäler samt kontaktförfrågningar kommer från och med nu till den här kanalen. Alla i kanalen ser dem. Sluta genom att säga: **sluta skrivbord här**.",
    unbound: "Klart. Nya ärenden kommer inte längre till den här kanalen. De finns på skrivbordet.",
    notBound: "Skrivbordets ärenden kommer inte till den här kanalen.",
    notAllowed: "Bara en koordinator kan välja kanalen dit skrivbordets ärenden kommer.",
    notShared: "Säg det här i den teamkanal eller grupp dit ärendena ska komma.",
  },
  en: {
    bound:
      "Done. New tickets, side streams and needs sent in by members, and introductions come to this channel from now on. Everybody in the channel sees them. To end it, say: **stop desk here**.",
    unbound: "Done. Nothing new comes to this channel any more. It is all at the desk.",
    notBound: "What is for the desk does not come to this channel.",
    notAllowed: "Only a coordinator can choose the channel to which what is for the desk comes.",
    notShared: "Say this in the team channel or group to which it should come.",
  },
};
