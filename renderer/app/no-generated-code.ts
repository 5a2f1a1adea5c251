// Must be imported before any schema is made: the content security policy forbids code from strings, which zod would
// try (and each schema decides when it is made).
import { config } from 'zod';

config({ jitless: true });
