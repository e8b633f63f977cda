import { mapOutcome } from '../../model/outcome';
import { ClassByScore, type ClassScheme } from '../client-classes';
import { SIZE_LABELS } from '../../sales/sizes';
import { classByField } from './field-value';

/** 规模A, B, C: the client sheet's own word first, else by the volume of 12 months. Source: 001-6. */
export const size: ClassScheme = {
  id: 'size',
  feature: '001-6',
  label: { zh: '规模', en: 'Size' },
  needs: [],
  classify: (client, ground) => {
    const written = classByField(ground, client, 'sizeClass');
    if (written.known) return written;
    return mapOutcome(ground.sizes[client]!, (found) => new ClassByScore(found.size, SIZE_LABELS[found.size], found));
  },
};
