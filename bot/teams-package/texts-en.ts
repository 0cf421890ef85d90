import type { ManifestTexts } from "./manifest-texts-shape.ts";

/** The package in English. */
export const TEXTS_EN: ManifestTexts = {
  fullName: (name) => `${name} – circular economy assistant for eco-industrial parks`,
  shortDescription: "Answers on eco-industrial parks and side streams, with their sources",
  fullDescription: (
    name,
  ) => `${name} is an AI assistant that answers questions about eco-industrial parks and industrial side streams. With each answer you see which sources it rests on and from which year they are. When the sources hold no answer, the assistant says so and tells you whom to ask.

You can ask, for example,

- which side streams a park produces, how much, and whose they are
- which industry or company could take a side stream, and what could stand in the way
- in which park a company should locate
- whom to contact.

Ask in your own chat with the assistant, or mention ${name} in a group chat or channel. While writing a message you can look up a side stream, a company, a park or a common question and insert it as a card.

You can write in English, Finnish or Swedish. AI can be wrong, so check the source before you decide anything. Answers on waste and by-products are for orientation and no legal advice.`,
  starters: {
    streams: {
      title: "Which side streams are in Kemi?",
      description: "The side streams as a table: producer, place, quantity and year",
      question: "Which side streams of over 10,000 tonnes a year arise in Kemi-Tornio?",
    },
    takers: {
      title: "Who could use fly ash?",
      description: "Industries and companies that could take the side stream, with reasons",
      question: "Who could use our fly ash, 22,000 tonnes a year in Kemi?",
    },
    locations: {
      title: "Which parks have steam?",
      description: "Parks ranked by how well they meet a company's needs",
      question: "We need 2 ha of land, steam and waste-water treatment. Where should we locate?",
    },
    inputs: {
      title: "What could a concrete plant use?",
      description: "Side streams that could serve a company as raw material",
      question: "We make concrete products. Which side streams could we use as raw material?",
    },
    waste: {
      title: "When is a by-product waste?",
      description: "Orientation on waste and by-products",
      question: "When is a by-product waste?",
    },
    founding: {
      title: "How is an eco-park founded?",
      description: "The steps to an eco-industrial park",
      question: "How is an eco-industrial park founded?",
    },
    contact: {
      title: "Who is the contact in Kokkola?",
      description: "The contact person of a park, with contact details",
      question: "Whom do I contact at Kokkola Industrial Park?",
    },
    help: {
      title: "What can you do?",
      description: "What you can ask about",
      question: "What can you do?",
    },
  },
  searchField: "Search for",
  searches: {
    searchStreams: {
      title: "Side streams",
      description: "Look up a side stream and insert it into your message as a card",
      hint: "Material, producer, park or town",
    },
    searchCompanies: {
      title: "Companies",
      description: "Look up a company and insert it into your message as a card",
      hint: "Name of the company, industry, park or town",
    },
    searchParks: {
      title: "Parks",
      description: "Look up an eco-industrial park and insert it into your message as a card",
      hint: "Name of the park, town, or a service such as steam",
    },
    searchFaq: {
      title: "Common questions",
      description: "Look up the answer to a common question and insert it into your message as a card",
      hint: "Words of the question",
    },
  },
};
