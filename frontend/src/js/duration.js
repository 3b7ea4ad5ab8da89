// 120 -> "2 minutes", 61 -> "1 minute 1 second", 20 -> "20 seconds".
const counted = (n, one) => `${n} ${one}${n === 1 ? '' : 's'}`;

export function words(seconds) {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (minutes === 0) return counted(rest, 'second');
  return rest === 0 ? counted(minutes, 'minute') : `${counted(minutes, 'minute')} ${counted(rest, 'second')}`;
}
