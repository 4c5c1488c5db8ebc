import { dossierFiles } from '../../src/dossier/files.ts';
import type { Outlines } from '../../src/dossier/outlines.ts';
import {
  checkDossier,
  checkReadings,
  type CheckedDossier,
  type CheckListener,
  type DossierSource,
} from '../../src/dossier/source.ts';
import { iconProblems } from '../icons.ts';

/** All that has to hold before a dossier is published. */
export async function checkSource(
  id: string,
  source: DossierSource,
  outlines: Outlines,
  listener: CheckListener,
): Promise<CheckedDossier> {
  const checked = await checkDossier(id, source, outlines, listener);
  iconProblems(dossierFiles(id).dossier, checked.head?.sectors ?? []).forEach(listener.report);
  await checkReadings(checked, source.read, listener.report);
  return checked;
}
