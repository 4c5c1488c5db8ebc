/** Figures as they are printed. */
export const seconds = (time: number) => `${(time / 1000).toFixed(2)} s`;
export const milliseconds = (time: number) => `${time.toFixed()} ms`;
export const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(bytes < 10e6 ? 2 : 0)} MB`;
export const times = (ratio: number) => `${ratio.toFixed(2)} ×`;
export const frames = (perSecond: number) => `${perSecond.toFixed()} frames/s`;
export const whole = (count: number) => count.toLocaleString('en');
