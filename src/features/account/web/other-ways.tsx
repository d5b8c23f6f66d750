import { useAbout } from './about.ts';
import { ServiceButton } from './oidc/services.tsx';
import { PasskeySignIn } from './passkeys/passkey-sign-in.tsx';

/** Ways to sign in where nothing is typed: a passkey, and services that this Telloom knows. */
export function OtherWays({ to }: { to?: string }) {
  const { signInServices = [] } = useAbout() ?? {};
  return (
    <div className="mt-4 grid max-w-xl gap-4 sm:justify-items-start">
      <PasskeySignIn to={to} />
      {signInServices.map((service) => (
        <ServiceButton key={service.id} service={service} to={to} />
      ))}
    </div>
  );
}
