import { useState } from "react";
import { Button } from "@/shared/ui/Button";
import { Card } from "@/shared/ui/Card";
import { Confirm } from "@/shared/ui/Confirm";
import { toast } from "@/shared/ui/toasts";
import { deleteDeviceTexts, measureDeviceTexts, sizeOf } from "./device_texts";
import { useSettingsTexts } from "./texts";

/** Drafts and notes that are on this device. */
export function DeviceSection() {
  const t = useSettingsTexts();
  const [held, setHeld] = useState(measureDeviceTexts);
  const [asking, setAsking] = useState(false);
  const some = held.drafts + held.notes > 0;
  return (
    <Card aria-labelledby="device">
      <h2 id="device" className="text-xl font-bold">
        {t("device.title")}
      </h2>
      <p className="mt-1 text-sm text-soft">{t("device.text")}</p>
      {some ? (
        <ul className="mt-4 flex flex-wrap gap-x-6 gap-y-1 font-semibold">
          {held.drafts > 0 && <li>{t("device.drafts", { count: held.drafts })}</li>}
          {held.notes > 0 && <li>{t("device.notes", { count: held.notes })}</li>}
          <li className="font-normal text-soft">{t("device.size", { size: sizeOf(held.bytes) })}</li>
        </ul>
      ) : (
        <p className="mt-4">{t("device.none")}</p>
      )}
      {some && (
        <Button look="danger" className="mt-4" onClick={() => setAsking(true)}>
          {t("device.button")}
        </Button>
      )}
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t("device.ask")}
        description={t("device.askText")}
        confirmLabel={t("device.confirm")}
        danger
        onConfirm={() => {
          deleteDeviceTexts();
          setHeld(measureDeviceTexts());
          toast(t("device.done"), "good");
        }}
      />
    </Card>
  );
}
