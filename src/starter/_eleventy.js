import { meaculpa } from 'meaculpa';

export default function (configuration) {
  configuration.addPlugin(meaculpa, { content: 'content' });
  configuration.ignores.add('README.md');
}
