// Words for the time that is left, in whole seconds.
const counted = (n, one) => `${n} ${one}${n === 1 ? '' : 's'}`;

// Minutes until the last one: "About 18 minutes left"; then the seconds: "0:42 left".
export function countdownText(seconds) {
  if (seconds <= 60) return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} left`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `${counted(minutes, 'minute')} left`;
  const rest = minutes % 60;
  return `${counted(Math.floor(minutes / 60), 'hour')}${rest ? ` ${counted(rest, 'minute')}` : ''} left`;
}

const moments = [600, 300, 60, 30];

// Those that lie between two readings of the clock.
export const momentsPassed = (before, now) => moments.filter((moment) => before > moment && now <= moment);

export const momentText = (moment) => (moment >= 60 ? `${counted(moment / 60, 'minute')} left.` : `${moment} seconds left.`);
