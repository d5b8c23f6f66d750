import { useLingui } from '@lingui/react/macro';
import { ApiError } from '../../../web/api.ts';
import { FormProblems } from '../../../web/components/form-context.ts';

/** Lengths of a password that the server takes, in characters. */
const MIN = 10;
const MAX = 128;

/** What sign-in and its codes can answer, as problems of the form that asked. */
export function useAccountWords() {
  const { t } = useLingui();
  const codeProblem = (error: ApiError): string | undefined => {
    if (error.is('INVALID_OTP')) return t`This code is not right. Check the six digits.`;
    if (error.is('OTP_EXPIRED')) return t`This code has expired. Ask for a new one.`;
    if (error.is('TOO_MANY_ATTEMPTS')) return t`That was tried too often. Ask for a new code.`;
    return undefined;
  };
  return {
    /** Runs `send`; a refused code becomes a problem of the field "code". */
    async withCode<T>(send: () => Promise<T>): Promise<T> {
      return send().catch((error: unknown) => {
        const message = error instanceof ApiError ? codeProblem(error) : undefined;
        throw message ? new FormProblems([{ field: 'code', message }]) : error;
      });
    },
    /** Runs `send`; a password that is not one's own becomes a problem of `field`. */
    async withPassword<T>(field: string, send: () => Promise<T>): Promise<T> {
      return send().catch((error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        if (error.is('INVALID_PASSWORD')) {
          throw new FormProblems([{ field, message: t`This is not your password.` }]);
        }
        if (error.is('NO_PASSWORD') || error.is('CREDENTIAL_ACCOUNT_NOT_FOUND')) {
          const message = t`You have no password yet. Choose one with a code first.`;
          throw new FormProblems([{ field, message }]);
        }
        throw error;
      });
    },
    /** Throws a problem of the field "password" unless its length is right. */
    checkPassword(password: string | undefined) {
      const length = password?.length ?? 0;
      if (length >= MIN && length <= MAX) return;
      const message =
        length < MIN
          ? t`Your password must have ${MIN} characters or more.`
          : t`Your password must have ${MAX} characters or fewer.`;
      throw new FormProblems([{ field: 'password', message }]);
    },
    /** Throws a problem of the field "email" unless it could be an address. */
    checkEmail(email: string | undefined) {
      if (/^\S+@\S+\.\S+$/.test(email?.trim() ?? '')) return;
      const message = t`Enter an e-mail address like name@example.com.`;
      throw new FormProblems([{ field: 'email', message }]);
    },
    passwordHint: t`${MIN} characters or more. Three or four words together are good.`,
  };
}
