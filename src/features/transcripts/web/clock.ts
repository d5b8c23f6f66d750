/** "0:07", "12:05", "1:02:03" from seconds. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 60) % 60, whole % 60];
  const hours = Math.floor(whole / 3600);
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${parts.map(two).join(':')}` : `${parts[0]}:${two(parts[1] ?? 0)}`;
}
