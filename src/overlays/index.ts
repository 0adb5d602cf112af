export { OverlaysModule } from './overlays.module';
