{
  const { dataset } = document.documentElement;
  const view = new URLSearchParams(location.hash.slice(1).replaceAll('&amp;', '&'));
  const [theme] = /^(light|dark)\b/.exec(view.get('theme')) ?? [];
  dataset.theme = theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  dataset.first =
    view.has('embed') ||
    /^(projects|table)/.test(view.get('pane')) ||
    (view.get('dossier') ?? dataset.dossier) !== dataset.dossier
      ? 'no'
      : 'early';
  if (view.has('project')) dataset.firstCard = view.has('passage') ? 'folded' : 'whole';
  addEventListener(
    'error',
    ({ target }) => {
      if (!(target instanceof HTMLLinkElement)) dataset.first = 'failed';
    },
    true,
  );
}
