import { meaculpa } from 'meaculpa';

export default function (configuration) {
  configuration.addPlugin(meaculpa, { content: 'content' });
  return { dir: { input: 'templates' } };
}
