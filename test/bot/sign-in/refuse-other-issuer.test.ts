import { expect, test } from "vitest";
import { refuseOtherIssuer } from "../../../bot/sign-in/refuse-other-issuer.ts";

const TENANT = "https://login.microsoftonline.com/3f0c6a0e-1111-4222-8333-444455556666/v2.0";

test.each([
  [TENANT, TENANT],
  ["https://id.example.fi/", "https://id.example.fi"],
  ["https://id.example.fi/realms/park", "https://id.example.fi/realms/park/"],
])("refuseOtherIssuer() passes %s for %s", (found, wanted) => {
  expect(() => refuseOtherIssuer(found, wanted)).not.toThrow();
});

test.each([
  ["https://login.microsoftonline.com/{tenantid}/v2.0", "https://login.microsoftonline.com/common/v2.0"],
  [
    "https://login.microsoftonline.com/{tenantid}/v2.0",
    "https://login.microsoftonline.com/organizations/v2.0",
  ],
  [TENANT, "https://login.microsoftonline.com/park.onmicrosoft.com/v2.0"],
  ["https://sts.windows.net/3f0c6a0e-1111-4222-8333-444455556666/", TENANT.replace("/v2.0", "")],
])("refuseOtherIssuer() refuses %s for %s and tells what to set", (found, wanted) => {
  expect(() => refuseOtherIssuer(found, wanted)).toThrow(/set OIDC_ISSUER to the issuer of your own tenant/);
});
