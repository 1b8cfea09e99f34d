import type { Locale } from '../../src/model/values.ts';

/** The words of every incident; what stands in braces differs. */
export const words: Readonly<Record<Locale, Readonly<Record<'title' | 'summary' | 'body', string>>>> = {
  en: {
    title: 'Service down in {town}, {date}',
    summary:
      'In {town}, {number} customers had no service. This notice says what happened and what was done.',
    body: `## Timeline

### {a}

What we know: calls began an hour ago, and all of them come from {town}. What we do not know: whether the fault lies in our equipment or in the building that houses it. A technician is on the way.

### {b}

Half of the work is done. The rest takes longer than we said, because two cards have to be replaced by hand and are kept in another town. The driver has called from the road.

### {c}

The new cards are in place, and our tests succeed from three towns. It is still slow at times. We keep the second path open until tomorrow.

### {d}

Everyone in {town} has service again. The last customers were called one by one. The second path stays open.

## Apology

### What you went through {#harm}

In {town}, {number} of you had no service. Shops closed their tills, and families could not be reached.

### We did this {#responsibility}

We made this change without trying it where it mattered. I approved it, and I answer for it.

### I am sorry {#regret}

You rely on us, and we failed you. I am sorry.

### What we know {#explanation}

We know which setting was lost and why nobody saw it. We do not know yet why the alarm was slow to ring.

### What we are changing {#prevention}

Two people now compare the machines before any change. You can follow [this promise](#two-people).

### What we owe you {#repair}

Every customer in {town} is called by a person who can answer, without asking.

## Commitments

### Two people compare machines before a change {#two-people}

The comparison is written down and kept with the change.

### Batteries are tried every spring {#batteries}

Each cabinet runs on them for half an hour.

## FAQ

### Am I affected? {#am-i-affected}

Yes, if you are one of the {number} customers served from {town}. Your bill names the exchange that serves you.

### What still works? {#what-works}

Everything that does not pass through {town}.

### Was this an attack? {#security}

No. It comes from our own work, and nobody has had access to your information.
`,
  },
  fr: {
    title: 'Panne à {town}, {date}',
    summary:
      'À {town}, {number} clients étaient privés de service. Cet avis dit ce qui s’est passé et ce qui a été fait.',
    body: `## Chronologie

### {a}

Ce que nous savons : les appels ont commencé il y a une heure, et tous viennent de {town}. Ce que nous ignorons : si la faute est dans nos appareils ou dans l’édifice qui les abrite. Un technicien est en route.

### {b}

La moitié du travail est faite. Le reste prend plus de temps que nous l’avions dit, car deux cartes doivent être remplacées à la main et se trouvent dans une autre ville. Le chauffeur a appelé de la route.

### {c}

Les nouvelles cartes sont en place, et nos essais réussissent depuis trois villes. C’est encore lent par moments. Nous gardons le second lien ouvert jusqu’à demain.

### {d}

Tout le monde, à {town}, a retrouvé le service. Les derniers clients ont été appelés un par un. Le second lien reste ouvert.

## Excuses

### Ce que vous avez vécu {#harm}

À {town}, {number} d’entre vous étaient privés de service. Des commerces ont fermé leurs caisses, et des familles étaient injoignables.

### C’est nous qui l’avons fait {#responsibility}

Nous avons fait ce changement sans l’essayer là où il comptait. Je l’ai approuvé et j’en réponds.

### Je vous présente mes excuses {#regret}

Vous comptez sur nous, et nous avons manqué à notre parole. Je vous en présente mes excuses.

### Ce que nous savons {#explanation}

Nous savons quel réglage a été perdu et pourquoi personne ne l’a vu. Nous ne savons pas encore pourquoi l’alarme a tardé à sonner.

### Ce que nous changeons {#prevention}

Deux personnes comparent maintenant les machines avant tout changement. Vous pouvez suivre [cet engagement](#two-people).

### Ce que nous vous devons {#repair}

Chaque client, à {town}, reçoit l’appel d’une personne qui peut répondre, sans le demander.

## Engagements

### Deux personnes comparent les machines avant un changement {#two-people}

La comparaison est écrite et gardée avec le changement.

### Les batteries sont essayées chaque printemps {#batteries}

Chaque armoire fonctionne une demi-heure avec elles.

## Foire aux questions

### Cette panne me touche-t-elle? {#am-i-affected}

Oui, si vous êtes l’un des {number} clients desservis depuis {town}. Votre facture nomme le central qui vous dessert.

### Qu’est-ce qui fonctionne encore? {#what-works}

Tout ce qui ne passe pas par {town}.

### Est-ce une cyberattaque? {#security}

Non. Cela vient de nos propres travaux, et personne n’a eu accès à vos renseignements.
`,
  },
};
