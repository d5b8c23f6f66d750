import { api } from '../../../web/api.ts';
import type { Got } from '../../../web/contract.ts';

/** What a code is for; the server mails a different one for each. */
export type CodeType = 'sign-in' | 'email-verification' | 'forget-password';

/** What a visitor may know of this Telloom: whether codes come by e-mail or from its admin. */
export const about = () => api.get<Got<'/about'>>('/about');

export const signUp = (person: { name: string; email: string; password: string }) =>
  api.post<void>('/auth/sign-up/email', person);

/** Mails a code to `email`; the answer is the same whether the address is known or not. */
export const sendCode = (email: string, type: CodeType) =>
  api.post<{ success: boolean }>('/auth/email-otp/send-verification-otp', { email, type });

export const verifyEmail = (email: string, otp: string) =>
  api.post<void>('/auth/email-otp/verify-email', { email, otp });

export const signIn = (email: string, password: string) =>
  api.post<void>('/auth/sign-in/email', { email, password });

export const signInWithCode = (email: string, otp: string) =>
  api.post<void>('/auth/sign-in/email-otp', { email, otp });

export const resetPassword = (email: string, otp: string, password: string) =>
  api.post<void>('/auth/email-otp/reset-password', { email, otp, password });

/** Signs every other device out. */
export const changePassword = (currentPassword: string, newPassword: string) =>
  api.post<void>('/auth/change-password', { currentPassword, newPassword });

/** Mails a code to the new address; the answer is the same whether somebody has it or not. */
export const askForAddress = (newEmail: string, password: string) =>
  api.post<void>('/auth/email-otp/request-email-change', { newEmail, password });

export const changeAddress = (newEmail: string, otp: string) =>
  api.post<void>('/auth/email-otp/change-email', { newEmail, otp });

/** Gives the day on which the account is deleted. */
export const leave = () => api.put<{ leavesAt: string }>('/me/leaving');

export const stay = () => api.delete('/me/leaving');

export const signOut = () => api.post<void>('/auth/sign-out');

export const setupIsOpen = (token: string) =>
  api.get<{ open: boolean }>(`/setup?token=${encodeURIComponent(token)}`);

export const setUp = (admin: { token: string; name: string; email: string; password: string }) =>
  api.post<void>('/setup', admin);
