type Language = 'en' | 'fr';

export declare function stemOf(word: string, language: Language): string;
export declare function likeness(word: string, sought: string, language: Language): number;
export declare function termsOf(query: string, language: Language): readonly (readonly string[])[];

interface FoundPage {
  readonly path: string;
  readonly title: string;
  readonly state: string;
  readonly date: string;
}

interface Search {
  readonly find: (
    query: string,
    chosen: Readonly<Record<string, readonly string[]>>,
  ) => Promise<readonly number[]>;
  readonly page: (number: number) => Promise<FoundPage>;
}

export declare function openSearch(
  language: Language,
  read: (name: string) => Promise<unknown>,
): Promise<Search>;
