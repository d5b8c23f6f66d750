import { Type } from 'typebox';

/** What a browser is asked: its JSON is WebAuthn's, and goes through as it is. */
export const CredentialOptions = Type.Object(
  { challenge: Type.String() },
  {
    additionalProperties: true,
    description:
      'PublicKeyCredentialCreationOptionsJSON or …RequestOptionsJSON of https://www.w3.org/TR/webauthn-3/.',
  },
);

const Text = Type.String({ maxLength: 20_000 });
const Credential = {
  id: Type.String({ maxLength: 1400 }),
  rawId: Type.String({ maxLength: 1400 }),
};
const open = { additionalProperties: true };

/** RegistrationResponseJSON of WebAuthn, as far as it is looked at. */
export const NewCredential = Type.Object(
  {
    ...Credential,
    type: Type.Literal('public-key'),
    response: Type.Object(
      {
        clientDataJSON: Text,
        attestationObject: Text,
        transports: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 10 })),
      },
      open,
    ),
    clientExtensionResults: Type.Object({}, open),
  },
  open,
);

/** AuthenticationResponseJSON of WebAuthn, as far as it is looked at. */
export const SignedChallenge = Type.Object(
  {
    ...Credential,
    type: Type.Literal('public-key'),
    response: Type.Object({ clientDataJSON: Text, authenticatorData: Text, signature: Text }, open),
    clientExtensionResults: Type.Object({}, open),
  },
  open,
);
