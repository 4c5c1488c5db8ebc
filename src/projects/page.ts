/** Rows on one page: browsers can't scroll through a million. */
export const PAGE_SIZE = 50_000;
