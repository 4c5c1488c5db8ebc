/** Why an import can't be done at all, told so that the publisher can mend it. */
export class Failure extends Error {
  override readonly name = 'Failure';
}
