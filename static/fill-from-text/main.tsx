import { createRoot } from 'react-dom/client';
import '../shared/base.css';
import { closeDialog, enableTheme, readFrameContext } from '../shared/bridge';
import { deviceStore } from '../shared/device-store';
import { startTexts } from '../shared/texts';
import { FillScreen } from './fill-screen';
import './fill.css';
import { readDialogContext } from './dialog-context';
import { keptText } from './kept-text';

async function start(): Promise<void> {
  const surface = document.getElementById('surface');
  if (surface === null) return;
  const [context] = await Promise.all([readFrameContext(), enableTheme()]);
  await startTexts(context.locale, 'core', 'shared', 'fill');
  const opened = readDialogContext(context.modal);
  createRoot(surface).render(
    <FillScreen
      opened={opened}
      kept={keptText(deviceStore(context.site), context.viewer)}
      onClose={(changes) => void closeDialog(changes && { changes })}
    />,
  );
}

void start();
