// Runs before anything is drawn: nobody sees the colours change, or what a link doesn’t ask for.
{
  const { dataset } = document.documentElement;
  const view = new URLSearchParams(location.hash.slice(1));
  const theme = view.get('theme');
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  dataset.theme = theme === 'light' || theme === 'dark' ? theme : dark ? 'dark' : 'light';
  if (['embed', 'pane', 'dossier'].some((key) => view.has(key))) dataset.first = 'no';
}
