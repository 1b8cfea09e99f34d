import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { enMd, frMd, siteYml } from '../content/folder.ts';
import { builtFolder } from './built.ts';

/** Ordinary updates of some fifty words, no two alike: what a team wrote in a day of trouble. */
const updates = [
  [
    'We are looking for the cause. Since 6:10 in the morning, mail does not open on phones or on the web. Messages that people send you wait with their senders and will come. Telephone and Internet work as usual. Our night team called the storage supplier at 6:20.',
    'Nous cherchons la cause. Depuis 6 h 10, le courriel ne s’ouvre ni au téléphone ni sur le Web. Les messages qu’on vous envoie attendent chez leurs expéditeurs et arriveront. Le téléphone et Internet fonctionnent. Notre équipe de nuit a joint le fournisseur de stockage à 6 h 20.',
  ],
  [
    'Two of the six storage shelves do not answer. The supplier’s technician is on the road from Truro and should reach the building within the hour. We have asked the second centre whether its copy of last night is whole; the answer takes time because the copy is large.',
    'Deux des six tablettes de stockage ne répondent pas. La technicienne du fournisseur vient de Truro et devrait arriver dans l’heure. Nous avons demandé à l’autre centre si sa copie de la nuit est complète; la réponse tarde, car la copie est volumineuse.',
  ],
  [
    'The copy of last night is whole. What arrived between 1 a.m. and 6:10 is on the shelves that are down and is not lost, but cannot be read before they start again. You can already write from the temporary address of your branch; the list is in the questions below.',
    'La copie de la nuit est complète. Ce qui est arrivé entre 1 h et 6 h 10 se trouve sur les tablettes en panne : rien n’est perdu, mais rien n’est lisible avant leur remise en marche. Vous pouvez déjà écrire depuis l’adresse temporaire de votre succursale.',
  ],
  [
    'The technician has replaced a power board. One of the two shelves is back and is checking its disks, which takes about ninety minutes. If the check ends well, half of the mailboxes open before noon. We keep the second shelf off until then, so as not to risk both.',
    'La technicienne a remplacé une carte d’alimentation. L’une des deux tablettes est de retour et vérifie ses disques, ce qui prend une heure et demie. Si tout va bien, la moitié des boîtes s’ouvriront avant midi. L’autre reste éteinte d’ici là, par prudence.',
  ],
  [
    'The check is at sixty per cent and has found nothing wrong. Calls to our line wait eleven minutes at the moment; eight more people answer since 10 o’clock. Nobody at our company will ask for your password, by phone or by text: hang up on anyone who does.',
    'La vérification en est à soixante pour cent et n’a rien trouvé. L’attente au téléphone est de onze minutes; huit personnes de plus répondent depuis 10 h. Jamais nous ne vous demanderons votre mot de passe, ni par téléphone ni par texto : raccrochez.',
  ],
  [
    'Half of the mailboxes are open again, those whose address begins with the letters from A to K. They are slow, since everyone looks at once. If yours is among them and asks for its password over and over, close the application and try again after lunch.',
    'La moitié des boîtes sont ouvertes, celles dont l’adresse commence par les lettres de A à K. Elles sont lentes, puisque tout le monde regarde en même temps. Si la vôtre redemande sans cesse son mot de passe, fermez l’application et réessayez après le dîner.',
  ],
  [
    'We have slowed the opened half down further to let the second shelf start. It has begun to check its own disks. We had said that the end would come at 2 p.m.; that will not hold. From what the first shelf needed, we now expect it at about half past four.',
    'Nous avons encore ralenti la première moitié pour démarrer la seconde tablette, qui vérifie maintenant ses disques. Nous avions annoncé la fin pour 14 h; ce ne sera pas le cas. D’après la première, nous l’attendons plutôt vers 16 h 30.',
  ],
  [
    'Three disks of the second shelf are worn and are being copied to spare ones before anything else is done. No message was on them alone. Branch managers in Amherst and Sackville have printed the day’s appointments for those who keep theirs in their mail.',
    'Trois disques de la seconde tablette sont usés; on les recopie sur des disques de rechange avant toute autre chose. Aucun message ne s’y trouvait seul. À Amherst et à Sackville, les succursales ont imprimé les rendez-vous du jour pour qui les garde dans son courriel.',
  ],
  [
    'All mailboxes open. Messages that waited with their senders are coming in, the oldest first, and will take until the evening. We are watching the load, and the technician stays in the building for the night. Please do not send again what you sent today.',
    'Toutes les boîtes sont ouvertes. Les messages retenus arrivent, les plus vieux d’abord, et ce sera fini ce soir. Nous surveillons la charge, et la technicienne reste sur place pour la nuit. Ne renvoyez pas ce que vous avez déjà envoyé aujourd’hui.',
  ],
  [
    'Mail works as it did before. The last waiting message was delivered at 8:52 in the evening. No message was lost. Tomorrow we replace the second power board as well, without a pause, and within two weeks we will say here why one board could stop two shelves.',
    'Le courriel fonctionne comme avant. Le dernier message en attente a été livré à 20 h 52. Aucun n’est perdu. Demain, nous remplacerons aussi l’autre carte, sans arrêt, et d’ici deux semaines nous dirons ici pourquoi une seule carte a pu arrêter deux tablettes.',
  ],
] as const;

const hours = updates.map((_, index) => `2024-03-04 ${String(7 + index).padStart(2, '0')}:10`);
const phases = [
  'investigating',
  'investigating',
  'identified',
  'identified',
  'identified',
  'identified',
  'identified',
  'identified',
  'monitoring',
  'resolved',
];

const facts = (count: number) =>
  [
    'services: [email, web]',
    'regions: [ns]',
    'impact: critical',
    'started: 2024-03-04 06:10',
    'customers: { affected: 8400, of: 96000 }',
    'data_loss: none',
    'cause: { party: supplier, name: Example Storage }',
    'timeline:',
    ...hours.slice(0, count).map((at, index) => {
      const next = index + 1 < hours.length ? `, next: "${hours[index + 1]}"` : '';
      const services = index === 5 ? ', services: { email: partial_outage, web: degraded_performance }' : '';
      return `  - { at: "${at}", phase: ${phases[index]}${services}${next} }`;
    }),
    '',
  ].join('\n');

const words = (text: string, which: 0 | 1, count: number, now: string) =>
  `${text.slice(0, text.indexOf('###'))}${hours
    .slice(0, count)
    .map((at, index) => `### ${at}\n\n${updates[index]?.[which] ?? ''}\n`)
    .join('\n')}\n${now}`;

describe.each([
  ['open', 9, ''],
  ['over', 10, ''],
  ['over, and says its own policy', 10, 'host: github-pages\n'],
] as const)('an incident that is %s, with ten updates of ordinary length', (_, count, host) => {
  const built = () =>
    builtFolder({
      'site.yml': siteYml + host,
      'incidents/mail/incident.yml': facts(count),
      'incidents/mail/en.md': words(
        enMd,
        0,
        count,
        '## What to do now\n\n- **Keep your mail application as it is.** It will catch up by itself.\n- Use the telephone for what cannot wait.\n\n## Cause\n\nA power board of our storage failed, and its spare was fed by the same line.\n',
      ),
      'incidents/mail/fr.md': words(
        frMd,
        1,
        count,
        '## Que faire maintenant\n\n- **Laissez votre application de courriel telle quelle.** Elle se rattrapera d’elle-même.\n- Téléphonez pour ce qui ne peut pas attendre.\n\n## Cause\n\nUne carte d’alimentation de notre stockage a lâché, et celle de rechange dépendait de la même ligne.\n',
      ),
    });
  test.each(['en', 'fr'])('weighs at most 9,000 bytes in %s', (locale) => {
    const html = built().html(`/${locale}/incidents/mail/`);
    expect(html.match(/<h4>/g)).toHaveLength(count);
    const size = gzipSync(html, { level: 9 }).length;
    expect(size).toBeLessThanOrEqual(9_000);
  });
});
