type Language = 'en' | 'fr';

export declare const plain: (text: string) => string;
export declare function textOf(markup: string): string;
export declare const between: string;
export declare const gap: RegExp;
export declare function wordsOf(written: string, language: Language): readonly string[];
