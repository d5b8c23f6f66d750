export { CodePage } from './code-page.tsx';
export { ForgotPage } from './forgot-page.tsx';
export { SetupPage } from './setup-page.tsx';
export { SignUpPage } from './sign-up-page.tsx';
