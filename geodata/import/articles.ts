import path from 'node:path';
import { parseArticle } from '../../src/dossier/articleFile.ts';
import { describeProblem } from '../../src/dossier/problem.ts';
import { Id, sound } from '../../src/dossier/schema.ts';
import type { Article } from '../../src/dossier/types.ts';
import { Failure } from './failure.ts';
import { wholeText } from './text.ts';

export interface ArticleFile {
  readonly file: string;
  readonly article: Article;
}

/** Reads the articles to publish along. Throws a `Failure` with everything wrong with one. */
export async function readArticles(files: readonly string[]): Promise<readonly ArticleFile[]> {
  const articles: ArticleFile[] = [];
  for (const file of files) {
    const id = path.basename(file, '.txt');
    if (!file.endsWith('.txt') || sound(Id, id) === undefined)
      throw new Failure(
        `${file}: found the name “${path.basename(file)}”; expected <id>.txt, ` +
          'the id of lower-case letters, digits and hyphens',
      );
    if (articles.some(({ article }) => article.id === id))
      throw new Failure(
        `${file}: found a second article “${id}”; expected each to have its own id`,
      );
    const { article, problems } = parseArticle(id, file, await wholeText(file));
    if (article === null || problems.length > 0)
      throw new Failure(problems.map(describeProblem).join('\n'));
    articles.push({ file, article });
  }
  return articles;
}
