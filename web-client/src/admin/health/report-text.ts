import type { components } from '../../api/schema';
import type { Assessment } from './assessment';

type Schemas = components['schemas'];

/** What helps someone else to help: the assessment and the figures as text, without names of people, keys or addresses. */
export function reportText(
  { title, findings }: Assessment,
  status: Schemas['Status'],
  sample: Schemas['HealthSample'] | undefined,
): string {
  const { gateway_problems, certificate, ...figures } = status;
  const lines = [
    title,
    ...findings.map(({ words }) => `- ${words}`),
    '',
    ...Object.entries(figures).map(([name, value]) => `${name}: ${value}`),
    `certificate: ${certificate.mode}`,
    ...Object.entries(sample ?? {}).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join('\n')}\n`;
}
