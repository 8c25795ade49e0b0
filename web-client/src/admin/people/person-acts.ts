import type { ApiClient } from '../../api/api-client';
import type { PersonAct } from './person-menu';

/** Carries out an action on a person of a camera. */
export async function carryOut(
  api: ApiClient,
  camera: string,
  person: string,
  act: PersonAct,
): Promise<void> {
  const path = { camera, person };
  switch (act.type) {
    case 'ban':
      await api.call('put', '/cameras/{camera}/bans/{person}', {
        path,
        body: { scope: act.scope ?? 'address' },
      });
      return;
    case 'disconnect':
      await api.call('delete', '/cameras/{camera}/viewers/{person}', { path });
      return;
    case 'time_out':
      await api.call('put', '/cameras/{camera}/people/{person}/timeout', {
        path,
        body: { seconds: act.seconds },
      });
      return;
  }
}
