import { describe, expect, it } from 'vitest';
import { matchName } from '../../../../../renderer/devices/orders/name-match.ts';

describe('the name that is typed before a wipe', () => {
  it('says what is left, in letters', () => {
    expect(matchName('Ines’s iPad', 'Ines’s ')).toEqual({ state: 'begun', rest: 'iPad', left: 4 });
    expect(matchName('Ines’s iPad', '')).toEqual({ state: 'begun', rest: 'Ines’s iPad', left: 11 });
  });

  it('takes the straight quotation mark of a keyboard for the curved one of the name', () => {
    expect(matchName('Ines’s iPad', "Ines's iPad")).toEqual({ state: 'same' });
    expect(matchName('“Berth” 4', '"Berth" 4')).toEqual({ state: 'same' });
  });

  it('takes capitals as they are', () => {
    expect(matchName('Ines’s iPad', 'ines’s ipad')).toEqual({ state: 'other' });
  });

  it('does not take more than the name', () => {
    expect(matchName('Pixel 10', 'Pixel 10 Pro')).toEqual({ state: 'other' });
    expect(matchName('Pixel 10', 'Pixel 10 ')).toEqual({ state: 'same' });
  });

  it('does not ask for what nobody can see or type', () => {
    expect(matchName('Pix\u200Bel  10', 'Pixel 10')).toEqual({ state: 'same' });
  });

  it('counts a letter with its accent as one, however it is written', () => {
    expect(matchName('Zoé', 'Zoe\u0301')).toEqual({ state: 'same' });
    expect(matchName('Zoe\u0301', 'Zo')).toEqual({ state: 'begun', rest: 'e\u0301', left: 1 });
  });
});
