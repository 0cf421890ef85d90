import { z } from "zod";

/* Fields of the environment: each checks a text and says what was expected, never what it held. */

/** A claim of an identity token and the value it must hold. */
export interface ClaimRule {
  claim: string;
  value: string;
}

const MIN_SECRET_CHARS = 32;

/** Form of ids in Microsoft Entra. */
export const GUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

export const wholeNumber = (name: string, limits: { min: number; max: number; byDefault: number }) => {
  const expected = `Expected ${name} to be a whole number from ${limits.min} to ${limits.max}: correct it, or leave it empty for ${limits.byDefault}`;
  return z
    .string()
    .default(String(limits.byDefault))
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= limits.min && Number(text) <= limits.max, {
      error: expected,
    })
    .transform(Number);
};

export const oneOf = <const Values extends readonly [string, ...string[]]>(name: string, values: Values) =>
  z.enum(values, {
    error: `Expected ${name} to be one of ${values.join(", ")}: correct it, or leave it empty`,
  });

export const secret = (name: string) =>
  z
    .string()
    .min(MIN_SECRET_CHARS, {
      error: `Expected ${name} to have at least ${MIN_SECRET_CHARS} characters: make one with "openssl rand -base64 48", or leave it empty`,
    })
    .optional();

export const onOrOff = (name: string) =>
  oneOf(name, ["on", "off"])
    .default("on")
    .transform((word) => word === "on");

export const offOrOn = (name: string) =>
  oneOf(name, ["off", "on"])
    .default("off")
    .transform((word) => word === "on");

/** The address of a service, without a slash at its end. */
export const endpoint = (name: string) =>
  z
    .url({
      protocol: /^https?$/,
      error: `Expected ${name} to be an http or https address, such as http://127.0.0.1:11434/v1`,
    })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional();

/** Names of hosts parted by commas, in small letters; `*.example.fi` stands for all hosts below a name. */
export const hosts = (name: string) =>
  z
    .string()
    .default("")
    .transform(splitList)
    .refine((entries) => entries.every((entry) => /^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i.test(entry)), {
      error: `Expected ${name} to be names of hosts parted by commas, such as smba.example.fi,*.botframework.example`,
    })
    .transform((entries) => entries.map((entry) => entry.toLowerCase()));

/** Entries parted by commas, in small letters. */
export const people = (name: string, options: { entry: string; expected: string }) =>
  z
    .string()
    .default("")
    .transform(splitList)
    .refine((entries) => entries.every((entry) => new RegExp(`^${options.entry}$`).test(entry)), {
      error: `Expected ${name} to be ${options.expected}, parted by commas: copy them from Microsoft Entra`,
    })
    .transform((entries) => entries.map((entry) => entry.toLowerCase()));

export const claimRules = (name: string) =>
  z
    .string()
    .default("")
    .transform(splitList)
    .refine((entries) => entries.every((entry) => /^[^=\s]+=.+$/.test(entry)), {
      error: `Expected ${name} to be rules such as groups=park-members, parted by commas`,
    })
    .transform((entries) =>
      entries.map((entry): ClaimRule => {
        const at = entry.indexOf("=");
        return { claim: entry.slice(0, at), value: entry.slice(at + 1) };
      }),
    );

/** The text as an origin in the form browsers send; `undefined` when it is none or holds more than one. */
export function originOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isBare = url.pathname === "/" && !url.search && !url.hash && !url.username && !url.password;
  return isBare && /^https?:$/.test(url.protocol) ? url.origin : undefined;
}

/** Entries of a list parted by commas, without empty ones. */
export function splitList(text: string): string[] {
  return text.split(",").flatMap((part) => part.trim() || []);
}
